import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";

/** A sheet from A1 on, of constants. */
export function sheet(name: string, values: readonly (readonly CellValue[])[], more: Partial<PlainSheet> = {}): PlainSheet {
  return { name, visibility: "visible", top: 0, left: 0, values, formats: [], formulas: [], ...more };
}

export const workbook = (...sheets: readonly PlainSheet[]): PlainWorkbook => ({ name: "预算.xlsx", sheets });
