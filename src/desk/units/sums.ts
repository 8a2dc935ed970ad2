import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { judgeSum, type SumVerdict } from "../../amount/tolerance";
import type { Wan } from "../../amount/unit";
import type { Book } from "../../book/open";
import type { CheckReport } from "../../checks/report";
import { meaning, nameOf } from "../../compare/rows";
import type { RowKind, Table } from "../../workbook/recognised";

/** A department's workbook, or one of its units'. */
export interface Filed {
  readonly file: string;
  readonly book: Book;
  readonly report: CheckReport;
}

/** One cell by meaning: what the department prints, and what each unit does. */
export interface Sum {
  readonly table: string;
  readonly row: string;
  readonly kind: RowKind;
  readonly column: string;
  /** The department's; null where it has no such row. */
  readonly cell: CellRef | null;
  readonly left: Exact<Wan>;
  /** By the units' order; a unit that has no such row, or leaves it blank, has no part. */
  readonly parts: readonly Part[];
  /** One unit of the last printed place, the coarsest of them all. */
  readonly precision: Exact<Wan>;
}

export interface Part {
  /** Index of the unit. */
  readonly unit: number;
  readonly amount: Exact<Wan>;
  readonly cell: CellRef;
}

/** A table of which nothing, or not every column, could be added up, and why. */
export interface NotAdded {
  readonly table: string;
  readonly reason: string;
}

export interface Sums {
  readonly sums: readonly Sum[];
  readonly notAdded: readonly NotAdded[];
}

/** Every amount of the department's tables beside its units', by what rows and columns mean. Linear in the cells. */
export function sumsOf(department: Filed, units: readonly Filed[]): Sums {
  const sums: Sum[] = [];
  const notAdded: NotAdded[] = [];
  for (const [key, own] of department.book.recognised.tables) {
    const tables = units.map((unit) => unit.book.recognised.tables.get(key));
    const reason = whyNot(own, department) ?? units.flatMap((unit, index) => whyNot(tables[index], unit) ?? [])[0] ?? null;
    const found = tables.filter((table) => table !== undefined);
    if (reason !== null) notAdded.push({ table: own.label, reason });
    else {
      const columns = [...own.columns.keys()].filter((column) => found.every((table) => table.columns.has(column)));
      const left = [...own.columns].filter(([column]) => !columns.includes(column)).map(([, { heading }]) => `“${heading}”`);
      if (left.length > 0)
        notAdded.push({ table: own.label, reason: `有的单位没有${left.join("、")}列，这${left.length > 1 ? "些列" : "一列"}没有加总` });
      sums.push(...tableSums(own, found, columns));
    }
  }
  return { sums, notAdded };
}

/** What keeps a table from being added up: it was not found, or holds amounts that nobody knows. */
function whyNot(table: Table | undefined, { file, book }: Filed): string | null {
  const who = book.recognised.organisation ?? file;
  if (!table) return `“${who}”没有认出这张表`;
  const { unknownRows, unknownColumns } = table.facts;
  return unknownRows.length + unknownColumns.length > 0 ? `“${who}”的${table.label}有没有认出的行或列` : null;
}

const COUNTED: ReadonlySet<RowKind> = new Set(["total", "class", "group", "item", "project", "line", "section", "detail"]);

interface Entry {
  readonly amount: Exact<Wan>;
  readonly cell: CellRef;
}

/** A table's amounts by row and column; blank is none; null marks what holds no amount. Rows that mean the same are one. */
function entriesOf(table: Table, columns: readonly string[]): ReadonlyMap<string, Entry | null> {
  const entries = new Map<string, Entry | null>();
  for (const row of table.rows) {
    if (!COUNTED.has(row.kind)) continue;
    for (const column of columns) {
      const [reading, cell] = [table.read(row, column), table.cell(row, column)];
      if (reading === undefined || reading.kind === "blank" || cell === null) continue;
      const key = `${meaning(row)}\n${column}`;
      const [amount, before] = [table.amount(row, column), entries.get(key)];
      entries.set(
        key,
        amount === null || before === null ? null : { amount: before ? before.amount.plus(amount) : amount, cell: before?.cell ?? cell },
      );
    }
  }
  return entries;
}

function tableSums(own: Table, tables: readonly Table[], columns: readonly string[]): readonly Sum[] {
  const [mine, theirs] = [entriesOf(own, columns), tables.map((table) => entriesOf(table, columns))];
  const rows = new Map([...tables, own].flatMap((table) => table.rows.map((row) => [meaning(row), row] as const)));
  const cells = new Map<string, CellRef | null>(
    own.rows.flatMap((row) => columns.map((column) => [`${meaning(row)}\n${column}`, own.cell(row, column)] as const)),
  );
  const precision = tables.reduce((coarsest, table) => (table.precision.compare(coarsest) > 0 ? table.precision : coarsest), own.precision);
  const keys = new Set([...mine.keys(), ...theirs.flatMap((entries) => [...entries.keys()])]);
  return [...keys].flatMap((key): readonly Sum[] => {
    const [rowKey = "", column = ""] = key.split("\n");
    const row = rows.get(rowKey);
    const left = mine.get(key);
    // What holds no amount anywhere cannot be added up, and is told by the check of that workbook.
    if (!row || left === null || theirs.some((entries) => entries.get(key) === null)) return [];
    const parts = theirs.flatMap((entries, unit): readonly Part[] => {
      const entry = entries.get(key);
      return entry ? [{ unit, amount: entry.amount, cell: entry.cell }] : [];
    });
    return [
      {
        table: own.label,
        row: nameOf(row),
        kind: row.kind,
        column: own.columns.get(column)?.heading ?? column,
        cell: left?.cell ?? cells.get(key) ?? null,
        left: left?.amount ?? Exact.zero,
        parts,
        precision,
      },
    ];
  });
}

/** By how much the department's figure is more than its units' together, each unit's times its factor (1 where none is given). */
export function difference({ left, parts }: Sum, factors: ReadonlyMap<number, Exact> = new Map()): Exact<Wan> {
  return left.minus(
    Exact.sum(parts.map(({ unit, amount }) => (factors.has(unit) ? amount.times(factors.get(unit) ?? Exact.zero) : amount))),
  );
}

/** Tolerance by the number of addends (docs/rules.md 0.3): each unit's figure was rounded by itself. */
export const judged = (sum: Sum, factors?: ReadonlyMap<number, Exact>): SumVerdict =>
  judgeSum(difference(sum, factors), sum.parts.length, sum.precision);
