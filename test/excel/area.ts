import { address, columnLetters, parseAddress } from "../../src/amount/cell-ref";
import { HostError } from "./host-error";

/** A rectangle of cells, 0-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export const height = (area: Area): number => area.bottom - area.top + 1;
export const width = (area: Area): number => area.right - area.left + 1;
export const overlaps = (a: Area, b: Area): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
export const sameArea = (a: Area, b: Area): boolean => a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** "A1", "A1:B2", "A:C", "1:3"; a sheet before "!" is dropped. Throws as Excel does for anything else. */
export function parseArea(text: string): Area {
  const plain = text.slice(text.lastIndexOf("!") + 1).replace(/\$/g, "");
  const [from = "", to = from] = plain.split(":");
  const rows = /^\d+$/;
  if (rows.test(from) && rows.test(to)) return { top: Number(from) - 1, left: 0, bottom: Number(to) - 1, right: LAST_COLUMN };
  const letters = /^[A-Za-z]{1,3}$/;
  if (letters.test(from) && letters.test(to) && plain.includes(":"))
    return { top: 0, left: parseAddress(`${from}1`)?.column ?? 0, bottom: LAST_ROW, right: parseAddress(`${to}1`)?.column ?? 0 };
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (!first || !last) throw new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${text}`);
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** As Excel writes it: "E27", "A1:B2", "1:3", "A:C". */
export function areaText(area: Area): string {
  if (area.left === 0 && area.right === LAST_COLUMN) return `${String(area.top + 1)}:${String(area.bottom + 1)}`;
  if (area.top === 0 && area.bottom === LAST_ROW) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  const first = address({ row: area.top, column: area.left });
  const last = address({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}
