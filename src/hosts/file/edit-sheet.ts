import type { CellRef } from "../../amount/cell-ref";
import type { CellValue, PlainSheet } from "../../workbook/plain";

type Grid<T> = readonly (readonly T[])[];

/** The grid with one place set, grown where the place lies outside it. Other rows are shared with the old grid. */
function withPlace<T>(grid: Grid<T>, row: number, column: number, value: T, blank: T): T[][] {
  const rows = Array.from({ length: Math.max(grid.length, row + 1) }, (_, r) => (grid[r] ?? []) as T[]);
  const line = [...(rows[row] ?? [])];
  while (line.length < column) line.push(blank);
  line[column] = value;
  rows[row] = line;
  return rows;
}

/** The grid moved down and right by so many blank places. */
const moved = <T>(grid: Grid<T>, down: number, right: number, blank: T): Grid<T> =>
  down === 0 && right === 0 ? grid : [...Array.from({ length: down }, () => []), ...grid.map((line) => [...new Array<T>(right).fill(blank), ...line])];

/** The sheet with one cell's value replaced; a formula there is gone, the number format stays. */
export function withCell(sheet: PlainSheet, cell: Pick<CellRef, "row" | "column">, value: CellValue): PlainSheet {
  const blank = sheet.values.length === 0;
  const top = blank ? cell.row : Math.min(sheet.top, cell.row);
  const left = blank ? cell.column : Math.min(sheet.left, cell.column);
  const down = blank ? 0 : sheet.top - top;
  const right = blank ? 0 : sheet.left - left;
  const row = cell.row - top;
  const column = cell.column - left;
  return {
    ...sheet,
    top,
    left,
    values: withPlace(moved(sheet.values, down, right, null), row, column, value, null),
    formats: moved(sheet.formats, down, right, undefined),
    formulas: withPlace(moved(sheet.formulas, down, right, undefined), row, column, undefined, undefined),
  };
}

/** What the sheet states at a position; undefined formulas and null values where it states nothing. */
export function cellAt(sheet: PlainSheet, cell: Pick<CellRef, "row" | "column">): { value: CellValue; format: string | undefined; formula: string | undefined } {
  const row = cell.row - sheet.top;
  const column = cell.column - sheet.left;
  return {
    value: sheet.values[row]?.[column] ?? null,
    format: sheet.formats[row]?.[column],
    formula: sheet.formulas[row]?.[column],
  };
}

/**
 * What a person typed, as Excel takes it: blank is nothing, a number (separators and percent signs allowed) is a number
 * unless the cell is formatted as text, all else is text. Formulas are not taken: they could not be calculated here.
 */
export function typedValue(text: string, format: string | undefined): CellValue {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (format === "@") return text;
  if (trimmed.startsWith("'")) return trimmed.slice(1);
  const plain = trimmed.replace(/(\d),(?=\d{3}(\D|$))/g, "$1");
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return Number(plain);
  if (/^[+-]?\d+(\.\d*)?%$/.test(plain)) return Number(`${plain.slice(0, -1)}e-2`);
  return text;
}
