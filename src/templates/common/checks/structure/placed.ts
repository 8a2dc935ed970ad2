import { fullAddress } from "../../../../amount/cell-ref";
import type { Reading } from "../../../../workbook/reading";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { amountCell } from "../../../../checks/engine/point";
import type { FindingCell } from "../../../../checks/report";

export interface Placed {
  readonly row: Row;
  readonly column: string;
  readonly reading: Reading;
}

/** The amount cells of a table that a test picks, row by row. */
export function picked(table: Table, test: (reading: Reading) => boolean): Placed[] {
  const found: Placed[] = [];
  for (const row of table.rows)
    table.readRow(row, (column, reading) => {
      if (test(reading)) found.push({ row, column, reading });
    });
  return found;
}

/** The first cells of a group, for a finding that speaks of many. */
export const SHOWN = 20;

export function cellsOf(recognised: Recognised, table: Table, placed: readonly Placed[]): readonly FindingCell[] {
  return placed
    .slice(0, SHOWN)
    .map(({ row, column }) => amountCell(recognised, table, row, column))
    .filter((cell) => cell !== null);
}

export function named(cells: readonly FindingCell[], count: number): string {
  const few = cells
    .slice(0, 3)
    .map((cell) => `${fullAddress(cell)}“${cell.value}”`)
    .join("、");
  return count > 3 ? `${few}等 ${count} 格` : few;
}

/** The cells of one table that something is to be said of. */
export interface Found {
  readonly table: Table;
  readonly placed: readonly Placed[];
}

export const countIn = (found: readonly Found[]): number => found.reduce((sum, { placed }) => sum + placed.length, 0);
export const countOf = (found: readonly Found[]): string => `${found.map(({ table }) => table.label).join("、")}有 ${countIn(found)} 格`;
export const allCells = (recognised: Recognised, found: readonly Found[]): readonly FindingCell[] =>
  found.flatMap(({ table, placed }) => cellsOf(recognised, table, placed)).slice(0, SHOWN);

/** The tables in which a test picks cells. */
export function foundIn(tables: Iterable<Table>, test: (reading: Reading) => boolean): readonly Found[] {
  return [...tables].map((table) => ({ table, placed: picked(table, test) })).filter(({ placed }) => placed.length > 0);
}
