import type { TableKey } from "../../templates/define";

/**
 * The language of the checks, as data: `表5[总计, 合计] = 表4[支出总计, 一般公共预算]`. The verdict, the printed formula,
 * the cells to highlight, the generated docs and the search for the cell at fault all read this one form; the same words
 * are accepted from users (自定义审核).
 */
export interface Identity {
  readonly left: Side;
  readonly operator: Operator;
  readonly right: Side;
}

export type Operator = "=" | "<=";

/** Terms to be added up, each with its sign. */
export type Side = readonly Term[];

export interface Term {
  readonly sign: 1 | -1;
  /** All rows the selector names are added up (Σ); otherwise it names one row. */
  readonly sum: boolean;
  readonly table: TableKey;
  readonly row: RowSelector;
  /** Key of the column; EVERY_COLUMN runs over all amount columns, one instance each. */
  readonly column: string;
}

export const EVERY_COLUMN = "每列";

/** Row groups as the tables order them. subject: class, group and item alike. line: fixed lines. */
export type Level = "row" | "class" | "group" | "item" | "subject" | "project" | "unit" | "section" | "detail";

export type RowSelector =
  | { readonly by: "total" }
  /** A fixed line by its key. */
  | { readonly by: "line"; readonly line: string }
  /** A subject by its code. */
  | { readonly by: "code"; readonly code: string }
  /** Every row of a level: one instance each, or all of them under Σ. */
  | { readonly by: "each"; readonly level: Level }
  /** Under Σ: the rows of a level below the row the instance is about. */
  | { readonly by: "under"; readonly level: Level }
  /** The row of the same code (or, for projects, of the same name) as the one the instance is about. */
  | { readonly by: "same" };

export const levelWords: Readonly<Record<Level, string>> = {
  row: "各行",
  class: "各类",
  group: "各款",
  item: "各项",
  subject: "各科目",
  project: "各项目",
  unit: "各单位",
  section: "各组",
  detail: "各明细",
};
