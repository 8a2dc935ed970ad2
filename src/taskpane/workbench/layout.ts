import type { PlainSheet } from "../../workbook/plain";
import { cellText, formatAt, valueAt } from "../store/peek";

export const ROW_HEIGHT = 24;
export const HEAD_WIDTH = 44;
const SAMPLE_ROWS = 200;
const NARROWEST = 52;
const WIDEST = 260;
const SPARE = { rows: 20, columns: 4 };

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** How many rows and columns to draw: what is used, and a few more to type into. */
export function extentOf(sheet: PlainSheet): Extent {
  const widest = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows: sheet.top + sheet.values.length + SPARE.rows, columns: Math.max(sheet.left + widest + SPARE.columns, 10) };
}

/** Column widths in pixels, wide enough for the cells of the first rows that have something beside them. */
export function columnWidths(sheet: PlainSheet, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const [index, row] of sheet.values.slice(0, SAMPLE_ROWS).entries()) {
    if (row.filter((value) => value !== null && value !== "").length < 2) continue;
    for (let offset = 0; offset < row.length; offset++) {
      const column = sheet.left + offset;
      const text = cellText(row[offset] ?? null, formatAt(sheet, sheet.top + index, column));
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, textWidth(text) + 16));
    }
  }
  return widths;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u2e7f" ? 13 : 7.2;
  return width;
}

/** How many blank cells to the right a text may run over, as in Excel. */
export function overrun(sheet: PlainSheet, row: number, column: number, columns: number): number {
  let free = 0;
  while (column + free + 1 < columns && (valueAt(sheet, row, column + free + 1) ?? "") === "") free++;
  return free;
}
