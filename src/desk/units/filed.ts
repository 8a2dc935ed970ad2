import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import type { Wan } from "../../amount/unit";
import { meaning, nameOf } from "../../compare/rows";
import type { CheckedFile } from "../../results/checked";
import type { RowKind, Table } from "../../workbook/recognised";

/**
 * Of a department's workbook, or one of its units', what adding up needs: plain data, so that workbooks are read and checked in
 * threads and added up where they are asked for.
 */
export interface Filed {
  readonly file: string;
  /** As the tables state it. */
  readonly organisation: string | null;
  readonly year: number | null;
  readonly isReport: boolean;
  readonly tables: readonly FiledTable[];
  /** Units that its tables name. */
  readonly named: readonly string[];
  /** Cells that its own check takes for wrong, by their full addresses. */
  readonly suspects: readonly (readonly [at: string, found: { readonly value: string; readonly expected: string | null }])[];
}

export interface FiledTable {
  readonly key: string;
  readonly label: string;
  /** Whether it has rows or columns with amounts that nobody knows. */
  readonly hasUnknown: boolean;
  /** One unit of the last printed place, in 万元. */
  readonly precision: string;
  /** Key and heading. */
  readonly columns: readonly (readonly [key: string, heading: string])[];
  readonly rows: readonly FiledRow[];
}

/** Rows that mean the same are one. */
export interface FiledRow {
  readonly meaning: string;
  readonly name: string;
  readonly kind: RowKind;
  /** By the columns' order; undefined where there is no such cell. */
  readonly entries: readonly (FiledEntry | undefined)[];
}

export interface FiledEntry {
  readonly cell: CellRef;
  /** In 万元, as a decimal string; "" where it is blank, null where it holds no amount. */
  readonly amount: string | null;
}

const COUNTED: ReadonlySet<RowKind> = new Set(["total", "class", "group", "item", "project", "line", "section", "detail"]);

export function filedOf(file: string, { book: { recognised }, report, printed }: Pick<CheckedFile, "book" | "report" | "printed">): Filed {
  const tables = [...recognised.tables.values()];
  const names = tables.flatMap(({ rows }) => rows.filter(({ kind }) => kind === "unit").map(({ name }) => name));
  return {
    file,
    organisation: recognised.organisation,
    year: recognised.year,
    isReport: printed !== null,
    tables: tables.map(filedTable),
    named: [...new Set(names)],
    suspects: report.suspects.map((suspect) => [fullAddress(suspect), { value: suspect.value, expected: suspect.expected }]),
  };
}

function filedTable(table: Table): FiledTable {
  const { key, label, precision, facts } = table;
  const columns = [...table.columns].map(([column, { heading }]) => [column, heading] as const);
  const rows = new Map<string, FiledRow>();
  for (const row of table.rows) {
    if (!COUNTED.has(row.kind)) continue;
    const name = meaning(row);
    const before = rows.get(name);
    const entries = columns.map(([column], index) => together(before?.entries[index], entryOf(table, row, column)));
    rows.set(name, before ? { ...before, entries } : { meaning: name, name: nameOf(row), kind: row.kind, entries });
  }
  return {
    key,
    label,
    hasUnknown: facts.unknownRows.length + facts.unknownColumns.length > 0,
    precision: precision.toString(),
    columns,
    rows: [...rows.values()],
  };
}

function entryOf(table: Table, row: Table["rows"][number], column: string): FiledEntry | undefined {
  const [reading, cell] = [table.read(row, column), table.cell(row, column)];
  if (cell === null) return undefined;
  if (reading === undefined || reading.kind === "blank") return { cell, amount: "" };
  return { cell, amount: table.amount(row, column)?.toString() ?? null };
}

function together(one: FiledEntry | undefined, other: FiledEntry | undefined): FiledEntry | undefined {
  if (!one || !other || one.amount === "") return other ?? one;
  if (other.amount === "") return one;
  if (one.amount === null || other.amount === null) return { cell: one.cell, amount: null };
  return { cell: one.cell, amount: amountIn(one.amount).plus(amountIn(other.amount)).toString() };
}

/** A figure of 万元 as it was written down here. */
export const amountIn = (text: string): Exact<Wan> => (Exact.parse(text) ?? Exact.zero) as Exact<Wan>;
