import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { judgeSum, type SumVerdict } from "../../amount/tolerance";
import type { Wan } from "../../amount/unit";
import type { RowKind } from "../../workbook/recognised";
import { amountIn, type Filed, type FiledEntry, type FiledRow, type FiledTable } from "./filed";

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
  for (const own of department.tables) {
    const tables = units.map((unit) => unit.tables.find(({ key }) => key === own.key));
    const reason = whyNot(own, department) ?? units.flatMap((unit, index) => whyNot(tables[index], unit) ?? [])[0] ?? null;
    const found = tables.filter((table) => table !== undefined);
    if (reason !== null) notAdded.push({ table: own.label, reason });
    else {
      const isEverywhere = (key: string): boolean => found.every(({ columns }) => columns.some(([column]) => column === key));
      const left = own.columns.filter(([key]) => !isEverywhere(key)).map(([, heading]) => `“${heading}”`);
      if (left.length > 0)
        notAdded.push({ table: own.label, reason: `有的单位没有${left.join("、")}列，这${left.length > 1 ? "些列" : "一列"}没有加总` });
      sums.push(...own.columns.filter(([key]) => isEverywhere(key)).flatMap(([key, heading]) => columnSums(own, found, key, heading)));
    }
  }
  return { sums, notAdded };
}

/** What keeps a table from being added up: it was not found, or holds amounts that nobody knows. */
function whyNot(table: FiledTable | undefined, { file, organisation }: Filed): string | null {
  const who = organisation ?? file;
  if (!table) return `“${who}”没有认出这张表`;
  return table.hasUnknown ? `“${who}”的${table.label}有没有认出的行或列` : null;
}

/** A column's cells by what their rows mean. */
type Column = ReadonlyMap<string, { readonly row: FiledRow; readonly entry: FiledEntry | undefined }>;

function columnOf({ columns, rows }: FiledTable, key: string): Column {
  const at = columns.findIndex(([column]) => column === key);
  return new Map(rows.map((row) => [row.meaning, { row, entry: row.entries[at] }]));
}

function columnSums(own: FiledTable, tables: readonly FiledTable[], key: string, heading: string): readonly Sum[] {
  const [mine, theirs] = [columnOf(own, key), tables.map((table) => columnOf(table, key))];
  const precision = [own, ...tables].map((table) => amountIn(table.precision)).reduce((a, b) => (b.compare(a) > 0 ? b : a));
  const rows = new Map([...theirs, mine].flatMap((column) => [...column].map(([name, { row }]) => [name, row] as const)));
  return [...rows].flatMap(([name, row]): readonly Sum[] => {
    const entry = mine.get(name)?.entry;
    const others = theirs.map((column) => column.get(name)?.entry);
    // What holds no amount anywhere cannot be added up, and is told by the check of that workbook.
    if ([entry, ...others].some((one) => one?.amount === null)) return [];
    const parts = others.flatMap((one, unit): readonly Part[] =>
      one?.amount ? [{ unit, amount: amountIn(one.amount), cell: one.cell }] : [],
    );
    if (!entry?.amount && parts.length === 0) return [];
    return [
      {
        table: own.label,
        row: row.name,
        kind: row.kind,
        column: heading,
        cell: entry?.cell ?? null,
        left: amountIn(entry?.amount ?? ""),
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
