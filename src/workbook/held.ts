import { fullAddress, type CellRef } from "../amount/cell-ref";
import { isCellError, type CellValue, type PlainSheet, type PlainWorkbook } from "./plain";
import type { VouchedCell } from "./recognised";

/** What the sheet states at a position; undefined formulas and null values where it states nothing. */
export function cellAt(
  sheet: PlainSheet,
  cell: Pick<CellRef, "row" | "column">,
): { value: CellValue; format: string | undefined; formula: string | undefined } {
  const row = cell.row - sheet.top;
  const column = cell.column - sheet.left;
  return {
    value: sheet.values[row]?.[column] ?? null,
    format: sheet.formats[row]?.[column],
    formula: sheet.formulas[row]?.[column],
  };
}

/** What a cell of the workbook holds: its value, and its formula where it has one. */
export function contentAt({ sheets }: PlainWorkbook, cell: CellRef): { readonly value: CellValue; readonly formula?: string } {
  const sheet = sheets.find(({ name }) => name === cell.sheet);
  const { value, formula } = sheet ? cellAt(sheet, cell) : { value: null, formula: undefined };
  return { value, ...(formula !== undefined && { formula }) };
}

/** A value as one text, to be compared later. */
export function heldIn(value: CellValue): string {
  return isCellError(value) ? value.error : String(value ?? "");
}

export const heldAt = (workbook: PlainWorkbook, cell: CellRef): string => heldIn(contentAt(workbook, cell).value);

/** Of the cells vouched for those that hold what they held then. */
export function stillVouchedFor(workbook: PlainWorkbook, cells: readonly VouchedCell[]): ReadonlySet<string> {
  return new Set(cells.filter((cell) => heldAt(workbook, cell) === cell.held).map(fullAddress));
}
