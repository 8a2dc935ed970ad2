import { Exact } from "../../src/amount/exact";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import type { Recognised, Table } from "../../src/workbook/recognised";
import type { TableKey } from "../../src/templates/define";

/** A block of amount cells of one sheet: what a single slip moves about. Positions on the sheet, from 0. */
interface Block {
  readonly table: Table;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function tableOf(recognised: Recognised, key: TableKey): Table {
  const table = recognised.tables.get(key);
  if (!table) throw new Error(`no ${key}`);
  return table;
}

/** Every row with amounts and every amount column, or those named. */
export function blockOf(table: Table, columns: readonly string[] = [...table.columns.keys()], total = true): Block {
  const rows = table.rows.filter(({ kind }) => kind !== "other" && (total || kind !== "total"));
  return {
    table,
    rows: [...new Set(rows.map(({ position }) => position))],
    columns: columns.map((column) => table.columns.get(column)?.position ?? -1),
  };
}

type Cells = (row: number, column: number) => CellValue;

/** The workbook with what `value` says in the block; `was` reads the sheet as it was. */
export function rewritten(
  workbook: PlainWorkbook,
  { table, rows, columns }: Block,
  value: (row: number, column: number, was: Cells) => CellValue,
): PlainWorkbook {
  const edit = (sheet: PlainSheet): PlainSheet => {
    const was: Cells = (row, column) => sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;
    const width = Math.max(...columns) - sheet.left + 1;
    const values = sheet.values.map((line, r) =>
      Array.from({ length: Math.max(line.length, width) }, (_, c) => line[c] ?? null).map((old, c) =>
        rows.includes(r + sheet.top) && columns.includes(c + sheet.left) ? value(r + sheet.top, c + sheet.left, was) : old,
      ),
    );
    return { ...sheet, values, formulas: [] };
  };
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === table.sheet.name ? edit(sheet) : sheet)) };
}

/** Every figure ten thousand times as large (4), or a ten-thousandth (-4). */
export const scaled = (workbook: PlainWorkbook, block: Block, power: 4 | -4): PlainWorkbook =>
  rewritten(workbook, block, (row, column, was) => {
    const value = was(row, column);
    return typeof value === "number" ? Exact.ofDouble(value).shifted(power).toNumber() : value;
  });

/** Every figure of the block one row lower (1) or higher (-1); what falls off its end is lost. */
export const shifted = (workbook: PlainWorkbook, block: Block, step: 1 | -1): PlainWorkbook =>
  rewritten(workbook, block, (row, column, was) => {
    const from = block.rows[block.rows.indexOf(row) - step];
    return from === undefined ? null : was(from, column);
  });

/** The figures of two columns, or of two rows, in each other's place. */
export function exchanged(workbook: PlainWorkbook, block: Block, along: "columns" | "rows"): PlainWorkbook {
  const all = block[along];
  const other = (one: number): number => all[1 - all.indexOf(one)] ?? one;
  return rewritten(workbook, block, (row, column, was) => (along === "columns" ? was(row, other(column)) : was(other(row), column)));
}

/** The sheet of a table with the figures and rows of the same table of another workbook; its heading stays. */
export function replaced(workbook: PlainWorkbook, table: Table, other: Table): PlainWorkbook {
  const [from, to] = [other.rows[0]?.position ?? 0, table.rows[0]?.position ?? 0];
  const body = other.sheet.values.slice(from - other.sheet.top);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === table.sheet.name
        ? { ...sheet, values: [...sheet.values.slice(0, to - sheet.top), ...body], formats: [], formulas: [] }
        : sheet,
    ),
  };
}
