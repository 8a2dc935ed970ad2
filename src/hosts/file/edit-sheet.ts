import type { CellRef } from "../../amount/cell-ref";
import type { CellValue, PlainSheet } from "../../workbook/plain";

type Grid<T> = readonly (readonly T[])[];

/** A cell as it is now; `format` undefined is General. */
export interface ChangedCell extends Pick<CellRef, "row" | "column"> {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly format: string | undefined;
}

/** The grid moved down and right by so many blank places, its rows free to be changed. */
const moved = <T>(grid: Grid<T>, down: number, right: number, blank: T): T[][] => [
  ...Array.from({ length: down }, (): T[] => []),
  ...grid.map((line) => (right === 0 ? (line as T[]) : [...new Array<T>(right).fill(blank), ...line])),
];

/** Sets places of a grid; rows that are not touched stay shared with the old one. */
function place<T>(grid: T[][], cells: readonly { readonly row: number; readonly column: number; readonly value: T }[], blank: T): T[][] {
  const own = new Set<number>();
  for (const { row, column, value } of cells) {
    while (grid.length <= row) grid.push([]);
    if (!own.has(row)) {
      grid[row] = [...(grid[row] ?? [])];
      own.add(row);
    }
    const line = grid[row] ?? [];
    while (line.length < column) line.push(blank);
    line[column] = value;
  }
  return grid;
}

/** The sheet with some cells as they are now. */
export function withCells(sheet: PlainSheet, cells: readonly ChangedCell[]): PlainSheet {
  if (cells.length === 0) return sheet;
  const blank = sheet.values.length === 0;
  const top = Math.min(blank ? Number.POSITIVE_INFINITY : sheet.top, ...cells.map((cell) => cell.row));
  const left = Math.min(blank ? Number.POSITIVE_INFINITY : sheet.left, ...cells.map((cell) => cell.column));
  const down = blank ? 0 : sheet.top - top;
  const right = blank ? 0 : sheet.left - left;
  const at = <T>(value: (cell: ChangedCell) => T): { row: number; column: number; value: T }[] =>
    cells.map((cell) => ({ row: cell.row - top, column: cell.column - left, value: value(cell) }));
  return {
    ...sheet,
    top,
    left,
    values: place(
      moved(sheet.values, down, right, null),
      at((cell) => cell.value),
      null,
    ),
    formats: place(
      moved(sheet.formats, down, right, undefined),
      at((cell) => cell.format),
      undefined,
    ),
    formulas: place(
      moved(sheet.formulas, down, right, undefined),
      at((cell) => cell.formula),
      undefined,
    ),
  };
}
