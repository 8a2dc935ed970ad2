import { Exact } from "../../amount/exact";
import type { IdentityCheck } from "../../checks/engine/check";
import type { Term } from "../../checks/language/expression";
import { lineWord } from "../../templates/family";
import type { TableKey } from "../../templates/define";
import { printable, withoutNumbering } from "../../text/wording";
import type { Recognised, Row } from "../../workbook/recognised";

/** One quantity of a table, by meaning. */
export interface Quantity {
  readonly table: TableKey;
  /** total: the total row; else a fixed line. */
  readonly row: "total" | { readonly line: string };
  readonly column: string;
}

export interface Part {
  readonly name: string;
  /** 万元, never zero. */
  readonly amount: Exact;
  /** null: a row of its own, of no column. */
  readonly column: string | null;
}

/** A sum of parts is off by no more than the last printed digit of each. */
const LAST_DIGIT = Exact.ofUnits(1, 2);
export const agree = (a: Exact, b: Exact, count: number): boolean =>
  a
    .minus(b)
    .abs()
    .compare(LAST_DIGIT.times(Exact.ofUnits(count))) <= 0;

/**
 * What a quantity consists of, by the template's own identities, down to where it divides no further: 收入总计 → 本年收入 →
 * 一般公共预算拨款, 单位资金. What consists of one thing alone keeps its own name. Parts that do not add up are not taken.
 */
export function partsOf(quantity: Quantity, recognised: Recognised, checks: readonly IdentityCheck[]): readonly Part[] {
  const amount = amountAt(quantity, recognised);
  if (!amount || amount.isZero()) return [];
  const own: Part = { name: nameOf(quantity, recognised), amount, column: quantity.column };
  for (const check of checks) {
    const found = divided(quantity, check, recognised);
    if (!found || !agree(Exact.sum(found.map((part) => part.amount)), amount, found.length + 1)) continue;
    const parts = found.flatMap(({ of, ...part }) => {
      const below = of ? partsOf(of, recognised, checks) : [];
      return below.length > 0 ? below : [part];
    });
    const [only] = parts;
    if (only) return parts.length === 1 && !isSummary(own.name) ? [own] : parts;
  }
  return [own];
}

/** 收入总计, 本年收入, 合计: says nothing of where the money comes from. */
const isSummary = (name: string): boolean => /总计|合计|小计|^(?:本年|当年)(?:收入|支出)$|^(?:预算数|金额)$/.test(name);

type Found = Part & { readonly of: Quantity | null };

/** The parts that an identity gives a quantity, those without an amount left out; null where it does not speak of it so. */
function divided(quantity: Quantity, { identity, when }: IdentityCheck, recognised: Recognised): readonly Found[] | null {
  const { left, right, operator } = identity;
  const [subject] = left;
  const table = recognised.tables.get(quantity.table);
  if (!table || !subject || left.length !== 1 || operator !== "=" || !isOf(subject, quantity) || (when && !when(recognised))) return null;
  const [first] = right;
  if (!first || right.some((term) => term.table !== quantity.table || term.sign === -1)) return null;
  if (first.sum) return right.length === 1 ? sections(first, recognised) : null;
  const parts = right.map((term) => quantityOf(term, quantity));
  if (parts.some((part) => part === null || (part.row === quantity.row && part.column === quantity.column))) return null;
  return parts.flatMap((of): Found[] => {
    const amount = of && amountAt(of, recognised);
    return of && amount && !amount.isZero() ? [{ name: nameOf(of, recognised), amount, column: of.column, of }] : [];
  });
}

/** 各组之和, of a table in sections: each section under its own name. */
function sections({ row, table: key, column }: Term, recognised: Recognised): readonly Found[] | null {
  const table = recognised.tables.get(key);
  if (!table || row.by !== "each" || row.level !== "section") return null;
  return table.rows.flatMap((one): Found[] => {
    const amount = one.kind === "section" ? table.amount(one, column) : null;
    return amount && !amount.isZero() ? [{ name: printable(withoutNumbering(one.name)), amount, column: null, of: null }] : [];
  });
}

function isOf(term: Term, { row, column }: Quantity): boolean {
  if (term.sum || term.column !== column) return false;
  if (row !== "total") return term.row.by === "line" && term.row.line === row.line;
  return term.row.by === "total" || (term.row.by === "each" && term.row.level === "row");
}

/** The quantity a term names, where it is about `whole`. */
function quantityOf({ row, table, column, sum }: Term, whole: Quantity): Quantity | null {
  if (sum) return null;
  if (row.by === "line") return { table, row: { line: row.line }, column };
  return row.by === "total" || row.by === "same" ? { table, row: whole.row, column } : null;
}

function rowAt({ table: key, row }: Quantity, recognised: Recognised): Row | null {
  const table = recognised.tables.get(key);
  return (row === "total" ? table?.total() : table?.line(row.line)) ?? null;
}

export function amountAt(quantity: Quantity, recognised: Recognised): Exact | null {
  const row = rowAt(quantity, recognised);
  return row && (recognised.tables.get(quantity.table)?.amount(row, quantity.column) ?? null);
}

/** A line by its printed name, a column by its printed heading. */
function nameOf(quantity: Quantity, recognised: Recognised): string {
  const { table: key, row, column } = quantity;
  if (row !== "total") return printable(lineWord(recognised.template, key, row.line));
  return printable((recognised.tables.get(key)?.columns.get(column)?.heading ?? column).replace(/\s+/g, ""));
}
