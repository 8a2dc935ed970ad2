import type { CellRef } from "../amount/cell-ref";

/**
 * What went wrong once and shows in many findings.
 * missing, doubled, extra: a row left out, written twice, or put in beside sums that leave it out · rows: the figures of two
 * rows in each other's place · code: a row under the code of another subject · columns: the figures of columns in each other's
 * place, or a block moved sideways · shift: a column, or all of them, one row up or down · unit: figures in 元 where 万元 is meant, or the reverse · foreign: a table that
 * agrees with itself and with nothing else: last year's, or another organisation's · exchanged: two tables, each under the
 * other's title.
 */
export type CauseKind = "missing" | "doubled" | "extra" | "rows" | "code" | "columns" | "shift" | "unit" | "foreign" | "exchanged";

/** One cause behind many findings: said first, with the findings it explains folded beneath. */
export interface Cause {
  readonly kind: CauseKind;
  /** One Chinese sentence: where, and what went wrong. */
  readonly message: string;
  /** What to do next, in Chinese. */
  readonly advice: string;
  /** The cells it is about; where there are many, those at the corners. */
  readonly cells: readonly CellRef[];
  /** Keys of the findings that are gone once it is put right. */
  readonly explains: readonly string[];
}
