import { remembered } from "../text/remembered";
import { printable, withoutIndent } from "../text/wording";
import type { CellValue } from "./plain";
import type { Row } from "./recognised";

/** What a row reader finds in a row; the rest of `Row` takes its usual value. */
export interface RowDraft extends Pick<Row, "kind" | "name" | "labelColumn"> {
  readonly code?: string;
  readonly malformedCode?: string | null;
  readonly project?: string;
  readonly line?: string | null;
  readonly side?: Row["side"];
  readonly amountColumn?: number;
  readonly headingAt?: Row["headingAt"];
  /** A name that a code or its own column vouches for: no note can be mistaken for it. */
  readonly anchored?: boolean;
}

/** Reads one row of the body: nothing, one row, or one for either side. `left` is the sheet column of the first cell. */
export type RowReader = (cells: readonly CellValue[], left: number) => readonly RowDraft[];

export const NO_ROW: readonly RowDraft[] = [];

/** The text of a cell; a number as its digits. */
export function textAt(cells: readonly CellValue[], column: number | null): string {
  const value = column === null ? null : cells[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A name as a reader would type it: without indentation, line breaks and letter-spacing. */
export const nameOf = remembered((raw) => printable(withoutIndent(raw)));
