import type { CellRef } from "../../../amount/cell-ref";
import type { Recognised } from "../../../workbook/recognised";
import type { CauseKind } from "../../cause";
import type { Blamed } from "../blamed";
import type { Change } from "../system/state";

/** What a cause says of itself. */
export interface Telling {
  readonly kind: CauseKind;
  /** One Chinese sentence without its full stop. */
  readonly words: string;
  /** "补上后": before what then disappears. */
  readonly then: string;
  readonly advice: string;
  readonly cells: readonly CellRef[];
  /** The cells a person has to put right, where they are few; what they explain is the cause's. */
  readonly suspects?: readonly Pick<Blamed, "sheet" | "row" | "column" | "value" | "expected" | "kind" | "message">[];
}

/** How surprising a cause is, on the scale of Score and `price`: 0 is no surprise, 8 any one wrong cell. */
export const SURPRISE = {
  /** A row that stands twice, figures and all, or that other tables have and the sums leave room for: nothing else looks like it. */
  proved: 0,
  /** A row that says just what a sum has too much: hardly by chance. */
  fitting: 6,
  /** One row: left out, under another code, or in another's place. */
  row: 8.5,
  /** A column or a table treated as one. */
  block: 10,
  /** A table that belongs elsewhere: only where nothing smaller explains it. */
  table: 20,
} as const;

interface Told {
  readonly surprise: number;
  /** Made when the hypothesis is accepted. */
  readonly tell: () => Telling;
}

/** A cause that gives known cells other figures. */
export interface FigureHypothesis extends Told {
  readonly changes: readonly Change[];
  /** Only what is equal then proves it: what is at most something holds for nearly any smaller figures. */
  readonly byEquality?: true;
  /** The fewest findings it must clear, where that is not the usual number. */
  readonly fewest?: number;
  /** Cells whose figures the cause destroyed: each may be whatever its identities want. */
  readonly open?: readonly number[];
}

/** A cause that makes the tables others: their rows, their codes. */
export interface TableHypothesis extends Told {
  readonly mended: Recognised;
  /** The workbook for what is still to be explained, where it is not `mended`. */
  readonly after?: Recognised;
  /** The fewest findings it must clear. */
  readonly fewest: number;
}
