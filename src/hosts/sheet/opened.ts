import type { PlainWorkbook } from "../../workbook/plain";
import type { BookLook } from "./look/look";

/** A file as it was read: its bytes, its values and how it looks. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly workbook: PlainWorkbook;
  readonly look: BookLook;
}

/** The last row and column of each sheet that hold something. */
export function usedAreas(workbook: PlainWorkbook): Readonly<Record<string, { readonly rows: number; readonly columns: number }>> {
  return Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, {
    rows: sheet.top + sheet.values.length, columns: sheet.left + sheet.values.reduce((most, row) => Math.max(most, row.length), 0),
  }]));
}
