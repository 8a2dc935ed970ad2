import type { CellRef } from "../amount/cell-ref";
import { notes } from "../text/remembered";
import { codePoint, invisibleIn, isPlain, visible } from "../text/invisible";
import { calculate } from "./formula/calculate";
import type { CellValue, PlainSheet, PlainWorkbook } from "./plain";

/** A cell whose text holds characters that nobody sees. */
export interface Unseen extends CellRef {
  /** "U+200B" */
  readonly characters: readonly string[];
}

/** A workbook as a reader sees it, and what was read through on the way. */
export interface AsRead {
  /** Without invisible characters, with the results of formulas that were saved without one; the same where there is neither. */
  readonly workbook: PlainWorkbook;
  readonly unseen: readonly Unseen[];
  /** Formulas whose result was worked out here. */
  readonly calculated: readonly CellRef[];
}

const known = notes<PlainWorkbook, AsRead>();

/** Reads a workbook as a person would; once for each workbook, and its own reading is itself. Never throws. */
export function asRead(workbook: PlainWorkbook): AsRead {
  let read = known.get(workbook);
  if (!read) {
    const unseen: Unseen[] = [];
    const sheets = workbook.sheets.map((sheet) => cleared(sheet, unseen));
    const clear = sheets.every((sheet, index) => sheet === workbook.sheets[index]) ? workbook : { ...workbook, sheets };
    const { workbook: whole, cells } = calculate(clear);
    read = { workbook: whole, unseen, calculated: cells };
    known.set(workbook, read);
    known.set(whole, read);
  }
  return read;
}

/** The sheet without its invisible characters, which are added to `unseen`. */
function cleared(sheet: PlainSheet, unseen: Unseen[]): PlainSheet {
  const before = unseen.length;
  const values = sheet.values.map((row, r) => (row.some(hides) ? row.map((value, c) => clear(value, r, c)) : row));
  return unseen.length === before ? sheet : { ...sheet, values };

  function clear(value: CellValue, row: number, column: number): CellValue {
    if (typeof value !== "string" || !hides(value)) return value;
    unseen.push({ sheet: sheet.name, row: sheet.top + row, column: sheet.left + column, characters: unseenIn(value) });
    return visible(value);
  }
}

const hides = (value: CellValue): boolean => typeof value === "string" && !isPlain(value) && unseenIn(value).length > 0;

/** Beside a figure or a code a tabulator or an unbreakable space is no indentation either. */
const AROUND_DIGITS = /^(?=.*[\t\u00a0])(?=.*\d)[\s\d.,-]*$/s;

function unseenIn(text: string): readonly string[] {
  const found = invisibleIn(text);
  return AROUND_DIGITS.test(visible(text)) ? [...found, ...[...new Set(text.match(/[\t\u00a0]/g) ?? [])].map(codePoint)] : found;
}
