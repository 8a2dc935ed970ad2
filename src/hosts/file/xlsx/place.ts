import type { DraftArea } from "../../../workbook/draft";

/** As far as a sheet reaches. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A cell's place as one number: cells are many. */
export const placeAt = (row: number, column: number): number => row * MOST_COLUMNS + column;
export const rowOf = (place: number): number => Math.floor(place / MOST_COLUMNS);
export const columnOf = (place: number): number => place % MOST_COLUMNS;

const [FIRST_LETTER, LAST_LETTER, ZERO, NINE, TO_CAPITALS] = [65, 90, 48, 57, ~32];

/** The place of "AB12"; -1 where that is no cell of a sheet. */
export function placeOf(address: string): number {
  let at = 0;
  let column = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) & TO_CAPITALS;
    if (letter < FIRST_LETTER || letter > LAST_LETTER) break;
    column = column * 26 + letter - FIRST_LETTER + 1;
  }
  const digits = at;
  let row = 0;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at);
    if (digit < ZERO || digit > NINE) return -1;
    row = row * 10 + digit - ZERO;
  }
  const isCell = digits > 0 && digits < at && column <= MOST_COLUMNS && row >= 1 && row <= MOST_ROWS;
  return isCell ? placeAt(row - 1, column - 1) : -1;
}

/** The area "A1:B2", or of the one cell "A1"; null where it is none. */
export function areaOf(text: string): DraftArea | null {
  const corners = text.split(":");
  const first = placeOf(corners[0] ?? "");
  const last = corners[1] === undefined ? first : placeOf(corners[1]);
  return first < 0 || last < 0 ? null : { top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) };
}
