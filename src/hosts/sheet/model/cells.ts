import type { ICellData, IDocumentData } from "@univerjs/core";
import { isCellError, type CellValue } from "../../../workbook/plain";

/** Kinds of value as the spreadsheet numbers them; a forced text is never read as a number. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_TEXT = 4;

const LIKE_NUMBER = /^\s*[-+(¥$￥]?[,.]*\d[\d,.]*\s*(?:[%)]\s*)?$/;
const LIKE_ENTRY = /^\s*([=+\-']|true$|false$|\d+[-/年:])/i;
const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

/** Days between the two calendars that workbooks count dates from. */
const SHIFT_1904 = 1462;

/** Whether a number format shows dates or times: its letters outside of quoted words and brackets. */
export function isDateFormat(code: string | undefined): boolean {
  return code !== undefined && /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\.|_.|General/gi, ""));
}

/** How a cell's numbers are moved where its workbook counts dates from 1904. */
export const dateShift = (date1904: boolean, code: string | undefined): number => (date1904 && isDateFormat(code) ? SHIFT_1904 : 0);

/** A value as the spreadsheet holds it. */
export function toCell(value: CellValue, shift = 0): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value + shift, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: TEXT };
  return { v: value, t: LIKE_NUMBER.test(value) || LIKE_ENTRY.test(value) ? FORCED_TEXT : TEXT };
}

/** What a rich text says; its own line ends are one character each. */
export function richText(data: IDocumentData): string {
  return (data.body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
}

const SIGNIFICANT = 15;

/** A cell's value as the engine knows it. Results come at 15 significant digits, as from Excel; blank text is kept as Excel keeps it. */
export function fromCell(cell: ICellData | null | undefined, shift = 0): CellValue {
  if (!cell) return null;
  const value = cell.p ? richText(cell.p) : cell.v;
  if (value === null || value === undefined) return null;
  if (cell.t === BOOLEAN) return value === 1 || value === true || value === "1" || value === "TRUE";
  if (typeof value === "number") return (cell.f || cell.si ? Number(value.toPrecision(SIGNIFICANT)) : value) - shift;
  if (typeof value === "boolean") return value;
  if (cell.t === NUMBER && value.trim() !== "" && !Number.isNaN(Number(value))) return Number(value) - shift;
  if (value === "" && !cell.f && !cell.si) return null;
  return cell.t !== FORCED_TEXT && ERROR.test(value) ? { error: value } : value;
}

export const sameValue = (a: CellValue, b: CellValue): boolean => (isCellError(a) && isCellError(b) ? a.error === b.error : a === b);
