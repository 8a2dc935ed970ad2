import type { CellRef } from "../../../amount/cell-ref";
import { Exact } from "../../../amount/exact";
import type { Wan } from "../../../amount/unit";
import { headingOf, labelOf } from "../../engine/point";
import type { Row, Table } from "../../../workbook/recognised";

/** "第 8 行“2010301 行政运行”" */
export const rowWords = (row: Row): string => `第 ${String(row.position + 1)} 行“${labelOf(row)}”`;

/** "“人员经费”列" */
export const columnWords = (table: Table, column: string): string => `“${headingOf(table, column)}”列`;

/** What tells a row to a reader: its first figure that is not zero, and where it stands; its name where it has none. */
export function firstFigure(table: Table, row: Row): { readonly amount: Exact<Wan>; readonly cell: CellRef } {
  const column = [...table.columns.keys()].find((key) => table.amount(row, key)?.isZero() === false) ?? "";
  return { amount: table.amount(row, column) ?? Exact.zero, cell: table.cell(row, column) ?? table.labelCell(row) };
}

/** The cells at the corners of a block of rows and columns. */
export function corners(table: Table, rows: readonly (Row | undefined)[], columns: readonly string[]): readonly CellRef[] {
  const ends = <T>(all: readonly T[]): readonly T[] => (all.length < 2 ? all : [...all.slice(0, 1), ...all.slice(-1)]);
  return ends(rows).flatMap((row) => ends(columns).flatMap((column) => (row && table.cell(row, column)) ?? []));
}
