import type { TableKey } from "../../templates/define";
import type { EVERY_COLUMN, Identity, RowSelector, Side, Term } from "./expression";

/** Words that name rows in a check; together with a table's own lines they are all that `at` accepts. */
const words = {
  总计: { by: "total" },
  各行: { by: "each", level: "row" },
  各类: { by: "each", level: "class" },
  各款: { by: "each", level: "group" },
  各项: { by: "each", level: "item" },
  各科目: { by: "each", level: "subject" },
  各项目: { by: "each", level: "project" },
  各单位: { by: "each", level: "unit" },
  各组: { by: "each", level: "section" },
  各明细: { by: "each", level: "detail" },
  所属各类: { by: "under", level: "class" },
  所属各款: { by: "under", level: "group" },
  所属各项: { by: "under", level: "item" },
  所属各项目: { by: "under", level: "project" },
  所属各明细: { by: "under", level: "detail" },
  同一行: { by: "same" },
  同一科目: { by: "same" },
  同一项目: { by: "same" },
} as const satisfies Record<string, RowSelector>;

export const rowWords: Readonly<Record<string, RowSelector>> = words;

type RowWord = keyof typeof words;

/** A quantity that can be added, negated and summed; the building block of checks. */
export class Quantity {
  constructor(readonly terms: Side) {}

  plus(other: Quantity): Quantity {
    return new Quantity([...this.terms, ...other.terms]);
  }

  minus(other: Quantity): Quantity {
    return new Quantity([...this.terms, ...other.terms.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }))]);
  }

  equals(right: Quantity): Identity {
    return { left: this.terms, operator: "=", right: right.terms };
  }

  atMost(right: Quantity): Identity {
    return { left: this.terms, operator: "<=", right: right.terms };
  }
}

export function plus(first: Quantity, ...more: readonly Quantity[]): Quantity {
  return more.reduce((sum, next) => sum.plus(next), first);
}

/** Σ over all rows that the selector names. */
export function sum(quantity: Quantity): Quantity {
  return new Quantity(quantity.terms.map((term): Term => ({ ...term, sum: true })));
}

/** Cells of a table, in the table's own headings: a misspelt heading does not compile. */
export interface TableTerms<C extends string, L extends string> {
  readonly key: TableKey;
  at(row: RowWord | L | `${number}`, column: C | typeof EVERY_COLUMN): Quantity;
}

/** The words that `at` accepts: a table's own, or those that tables of all families share. */
export interface Vocabulary<C extends string, L extends string> {
  readonly key: TableKey;
  readonly columns: Readonly<Record<C, unknown>>;
  readonly lines: Readonly<Record<L, unknown>>;
}

export function on<C extends string, L extends string>(table: Vocabulary<C, L>): TableTerms<C, L> {
  return {
    key: table.key,
    at: (row, column) => new Quantity([{ sign: 1, sum: false, table: table.key, row: selector(row, table.lines), column }]),
  };
}

function selector(row: string, lines: object): RowSelector {
  if (Object.hasOwn(lines, row)) return isTotalLine(row) ? { by: "total" } : { by: "line", line: row };
  return rowWords[row] ?? { by: "code", code: row };
}

/** 收入总计 stays a line: it is the left total of a two-sided table, while 总计 is the right one. */
function isTotalLine(line: string): boolean {
  return line === "总计";
}
