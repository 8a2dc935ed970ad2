import type { CellRef } from "../amount/cell-ref";
import type { Cause } from "./cause";
import type { TableKey } from "../templates/define";

/**
 * What a check found on one instance (one row, one pair of cells).
 * holds: agrees · rounding: off by no more than rounding of the printed figures explains · broken: does not agree ·
 * notApplicable: the tables have no such item · notRun: a table, column or figure it needs was not found or not readable.
 */
export type Verdict = "holds" | "rounding" | "broken" | "notApplicable" | "notRun";
export type Severity = "error" | "warning" | "info";

/** What is said first, and outweighs what is said after it. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A cell a finding speaks of, in the tables' own words. */
export interface FindingCell extends CellRef {
  /** The table's printed number in this workbook's template. */
  readonly table: number | null;
  /** Row and column headings in the table's own words. */
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** As the workbook states it, in the workbook's own unit ("1219.43"); "" where blank. */
  readonly value: string;
  /** Which side of the formula it stands on and with which sign. */
  readonly side: "left" | "right";
  readonly sign: 1 | -1;
}

/** Everything that does not simply hold. */
export interface Finding {
  /** Rule id of the catalogue ("X56"). */
  readonly id: string;
  /** Stable key of this instance: same check on the same row and columns, whatever the figures. */
  readonly key: string;
  readonly verdict: "broken" | "rounding" | "notRun";
  readonly severity: Severity;
  /** One or two Chinese sentences: where, both figures, difference, what to look at. */
  readonly message: string;
  /** In the tables' own words: "表5[总计, 合计] = 表4[支出总计, 一般公共预算]". */
  readonly formula: string;
  /** Why it must hold, one clause. */
  readonly why: string;
  /** What to do next; "" when the message says it all. */
  readonly advice: string;
  /** Decimal strings in the workbook's own unit; null where there is no figure. */
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  readonly cells: readonly FindingCell[];
}

export interface Suspect extends CellRef {
  /** The cell in the words of its table: "行政运行 · 基本支出"; "" where it stands in none. */
  readonly what: string;
  readonly value: string;
  /** What the cell should say (a code, where `kind` is code); null where the figures do not decide it. */
  readonly expected: string | null;
  /** Keys of the findings its change would clear. */
  readonly explains: readonly string[];
  /** How the wrong figure may have come about. */
  readonly kind: "digit" | "transposition" | "sign" | "scale" | "blank" | "swap" | "missing" | "code" | "value";
  /** One Chinese sentence. */
  readonly message: string;
  /** Both as the cell prints them, with the unit: where its table is in another unit than the workbook. */
  readonly printed?: { readonly value: string; readonly expected: string | null };
  /** What is to be typed into the cell, in its table's own unit; absent where the figures do not decide it. */
  readonly entry?: string;
  /** Said already by one of the causes. */
  readonly ofCause?: true;
}

export interface Counts {
  readonly holds: number;
  readonly rounding: number;
  readonly broken: number;
  readonly notApplicable: number;
  readonly notRun: number;
}

/** How two tables stand to each other: all identities that speak of both, counted. */
export interface Tie {
  /** The table that the identities begin with, and the other. */
  readonly tables: readonly [TableKey, TableKey];
  readonly counts: Counts;
  /** Keys of what does not simply hold between them, in the order it was found. */
  readonly findings: readonly string[];
}

/** The result of checking one workbook. */
export interface CheckReport {
  readonly counts: Counts;
  readonly findings: readonly Finding[];
  /** One cause behind many findings each, those that explain most first; to be said before the findings they explain. */
  readonly causes: readonly Cause[];
  /** The smallest set of cells whose change would clear every broken identity, most likely first. */
  readonly suspects: readonly Suspect[];
  /** True when the search for suspects hit its time bound and may be incomplete. */
  readonly suspectsIncomplete: boolean;
  /** How the tables stand to one another, two by two. */
  readonly ties: readonly Tie[];
}

/** What to do where the search for suspects was not finished: cells are spoken of only where there are some. */
export function incompleteWords({ causes, suspects }: Pick<CheckReport, "causes" | "suspects">): string {
  if (causes.length > 0) return "还有不符没有推算完；先改上面说的原因，再校验一次。";
  return suspects.length > 0
    ? "不符较多，没有推算完；先改这几格，再校验一次。"
    : "不符较多，推算不出是哪几格填错了；请从合计行和类级的不符看起，逐条核对两边的数。";
}
