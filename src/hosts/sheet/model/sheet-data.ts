import type {
  ICellData,
  IColumnData,
  IObjectArrayPrimitiveType,
  IObjectMatrixPrimitiveType,
  IRowData,
  IWorksheetData,
} from "@univerjs/core";
import type { PlainSheet } from "../../../workbook/plain";
import type { BookLook, SheetLook } from "../look/look";
import { dateShift, toCell } from "./cells";
import { withoutPrefixes } from "./formulas";
import { digitWidth, pixelsOfPoints, pixelsOfWidth } from "./sizes";

/** A style's name in the spreadsheet: the number that the file's cells state. */
export const styleName = (format: number): string => `f${String(format)}`;

type StyleNames = (format: number) => string;

const MOST_ROWS = 1048576;
const MOST_COLUMNS = 16384;
const ROOM = { rows: 100, columns: 10 };
const LEAST = { rows: 120, columns: 26 };
const HEADER = { row: { width: 46 }, column: { height: 22 } };
const WRAP = 3;

/** Which formulas the spreadsheet can calculate; the others are shown by their stored value. */
export type CanCalculate = (formula: string) => boolean;

function cellMatrix(
  sheet: PlainSheet,
  look: SheetLook | undefined,
  book: BookLook,
  canCalculate: CanCalculate,
  named: StyleNames,
): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  const at = (row: number, column: number): ICellData => ((matrix[row] ??= {})[column] ??= {});
  const { cells = new Int32Array() } = look ?? {};
  for (let i = 0; i < cells.length; i += 3) at(cells[i] ?? 0, cells[i + 1] ?? 0).s = named(cells[i + 2] ?? 0);
  const arrays = look?.arrays ?? [];
  const inArray = (row: number, column: number): boolean =>
    arrays.some(
      (area) =>
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right &&
        (area.bottom > area.top || area.right > area.left),
    );
  for (const [r, values] of sheet.values.entries())
    for (const [c, value] of values.entries()) {
      const formula = sheet.formulas[r]?.[c];
      if (value === null && formula === undefined) continue;
      const row = sheet.top + r;
      const column = sheet.left + c;
      Object.assign(at(row, column), toCell(value, dateShift(book.date1904, sheet.formats[r]?.[c])));
      if (formula !== undefined && canCalculate(formula) && !inArray(row, column)) at(row, column).f = withoutPrefixes(formula);
    }
  return matrix;
}

function rowData(look: SheetLook | undefined, book: BookLook, named: StyleNames): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const { row, height, hidden, format } of look?.rows ?? [])
    rows[row] = {
      // A height that the file states is kept whatever is written or widened.
      ...(height !== undefined && { h: pixelsOfPoints(height), ia: 0 }),
      ...(hidden && { hd: 1 }),
      ...(format !== undefined && { s: named(format) }),
    };
  const { cells = new Int32Array() } = look ?? {};
  // Rows with wrapped text and no height of their own grow with it.
  for (let i = 0; i < cells.length; i += 3) {
    const row = cells[i] ?? 0;
    if (book.formats[cells[i + 2] ?? 0]?.style.tb === WRAP && rows[row]?.h === undefined) (rows[row] ??= {}).ia = 1;
  }
  return rows;
}

function columnData(
  look: SheetLook | undefined,
  digit: number,
  columns: number,
  named: StyleNames,
): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const { first, last, width, hidden, format } of look?.columns ?? [])
    for (let column = first; column <= Math.min(last, columns - 1); column++)
      data[column] = {
        ...(width !== undefined && { w: pixelsOfWidth(width, digit) }),
        ...(hidden && { hd: 1 }),
        ...(format !== undefined && { s: named(format) }),
      };
  return data;
}

/** One sheet as the spreadsheet takes it. */
export function sheetData(
  id: string,
  sheet: PlainSheet,
  look: SheetLook | undefined,
  book: BookLook,
  canCalculate: CanCalculate,
  named: StyleNames = styleName,
): Partial<IWorksheetData> {
  const digit = digitWidth(book.formats[0]?.style);
  const widest = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
  const merged = (look?.merges ?? []).reduce(
    (most, area) => ({ rows: Math.max(most.rows, area.bottom), columns: Math.max(most.columns, area.right) }),
    { rows: 0, columns: 0 },
  );
  const rowCount = Math.min(MOST_ROWS, Math.max(LEAST.rows, Math.max(sheet.top + sheet.values.length, merged.rows) + ROOM.rows));
  const columnCount = Math.min(MOST_COLUMNS, Math.max(LEAST.columns, Math.max(sheet.left + widest, merged.columns) + ROOM.columns));
  const { rows, columns } = look?.frozen ?? { rows: 0, columns: 0 };
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? 0 : 1,
    cellData: cellMatrix(sheet, look, book, canCalculate, named),
    rowData: rowData(look, book, named),
    columnData: columnData(look, digit, columnCount, named),
    mergeData: (look?.merges ?? []).map((area) => ({
      startRow: area.top,
      endRow: area.bottom,
      startColumn: area.left,
      endColumn: area.right,
    })),
    rowCount,
    columnCount,
    defaultRowHeight: pixelsOfPoints(look?.rowHeight ?? 14.25),
    defaultColumnWidth: pixelsOfWidth(look?.columnWidth ?? 9, digit),
    freeze: { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 },
    showGridlines: look?.gridlines === false ? 0 : 1,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the library reads a sheet's zoom from nowhere else
    zoomRatio: look?.zoom ?? 1,
    rowHeader: HEADER.row,
    columnHeader: HEADER.column,
  };
}
