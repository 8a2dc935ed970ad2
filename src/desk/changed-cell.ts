import type { CellRef } from "../amount/cell-ref";
import type { Difference } from "../compare/compare-tables";

/** A cell that says something else now. */
export interface ChangedCell {
  readonly kind: Difference["kind"];
  readonly table: string;
  readonly row: string;
  /** "" where the row is called otherwise. */
  readonly column: string;
  /** As printed, in the unit of the earlier table; "" where it was blank. */
  readonly before: string;
  readonly after: string;
  readonly beforeCell: CellRef;
  readonly afterCell: CellRef;
  /** Whether the earlier round's findings speak of it: false where nobody asked for a change. */
  readonly asked: boolean;
}
