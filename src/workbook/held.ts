import { fullAddress, type CellRef } from "../amount/cell-ref";
import { isCellError, type CellValue, type PlainWorkbook } from "./plain";
import type { VouchedCell } from "./recognised";

/** What a cell holds: its value, and its formula where it has one. */
export function contentAt(
  { sheets }: PlainWorkbook,
  { sheet, row, column }: CellRef,
): { readonly value: CellValue; readonly formula?: string } {
  const held = sheets.find(({ name }) => name === sheet);
  const [r, c] = [row - (held?.top ?? 0), column - (held?.left ?? 0)];
  const formula = held?.formulas[r]?.[c];
  return { value: held?.values[r]?.[c] ?? null, ...(formula !== undefined && { formula }) };
}

/** The same as one text, to be compared later. */
export function heldAt(workbook: PlainWorkbook, cell: CellRef): string {
  const { value } = contentAt(workbook, cell);
  return isCellError(value) ? value.error : String(value ?? "");
}

/** Of the cells vouched for those that hold what they held then. */
export function stillVouchedFor(workbook: PlainWorkbook, cells: readonly VouchedCell[]): ReadonlySet<string> {
  return new Set(cells.filter((cell) => heldAt(workbook, cell) === cell.held).map(fullAddress));
}
