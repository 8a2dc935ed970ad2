import type { CellError } from "../../src/workbook/plain";
import { isCellError } from "../../src/workbook/plain";
import { invalid, tooLong } from "./host-error";

/** What a cell looks like, as far as somebody wrote it. */
export type CellLook = Record<string, unknown>;

export interface FakeCell {
  value: string | number | boolean | CellError | null;
  formula?: string;
  format: string;
  /** The apostrophe that makes Excel keep what follows as text. */
  quotePrefix: boolean;
  look: CellLook;
  hyperlink?: unknown;
}

export const blankCell = (): FakeCell => ({ value: null, format: "General", quotePrefix: false, look: {} });

/** Excel's range value types. */
export function valueType(cell: FakeCell | undefined): string {
  if (!cell || cell.value === null) return "Empty";
  if (isCellError(cell.value)) return "Error";
  return typeof cell.value === "number" ? "Double" : typeof cell.value === "boolean" ? "Boolean" : "String";
}

/** As `Range.values` gives it. */
export const wireValue = (cell: FakeCell | undefined): string | number | boolean =>
  !cell || cell.value === null ? "" : isCellError(cell.value) ? cell.value.error : cell.value;

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?$/;
const DATE = /^(\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\d{4}年(\d{1,2}月(\d{1,2}日)?)?)$/;
const ERROR = /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?$/;

/** Excel's limits, in characters. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;

/**
 * Whether Excel takes it for a formula: brackets and quotes in pairs, nothing missing at the end, the marks of its English
 * form (commas, no full-width ones), whatever language it speaks to the user.
 */
function isFormula(formula: string): boolean {
  const outside = formula.slice(1).replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'/g, "1");
  let depth = 0;
  for (const mark of outside) if ((depth += mark === "(" ? 1 : mark === ")" ? -1 : 0) < 0) return false;
  return depth === 0 && !/["';，；（）]|[-+*/^&=<>,(]$|^$/.test(outside.replace(/\{[^{}]*\}/g, "1"));
}

/** Throws as Excel does for a formula that is too long, or none. */
export function requireFormula(formula: string): void {
  if (formula.length > LONGEST_FORMULA) throw tooLong();
  if (!isFormula(formula)) throw invalid("The argument is invalid or missing or has an incorrect format.");
}

/**
 * What Excel makes of a value put into a cell, as if typed: an apostrophe keeps text as it stands; = + - @ begin a
 * formula; what looks like a number, a date, TRUE or an error becomes one; a cell formatted as text keeps everything.
 */
export function enter(cell: FakeCell, input: unknown): void {
  if (typeof input === "string" && input.replace(/^'/, "").length > LONGEST_TEXT) throw invalid("The text is longer than a cell can hold.");
  delete cell.formula;
  cell.quotePrefix = false;
  if (input === "" || input === null) cell.value = null;
  else if (typeof input !== "string") cell.value = typeof input === "number" || typeof input === "boolean" ? input : JSON.stringify(input);
  else if (input.startsWith("'")) {
    cell.value = input.slice(1);
    cell.quotePrefix = true;
  } else if (cell.format === "@") cell.value = input;
  else if (NUMBER.test(input) && /\d/.test(input)) cell.value = Number(input.replace(/[,%]/g, "")) / (input.endsWith("%") ? 100 : 1);
  else if (DATE.test(input)) {
    cell.value = 46_000;
    cell.format = "yyyy/m/d";
  } else if (/^(TRUE|FALSE)$/i.test(input)) cell.value = input.toUpperCase() === "TRUE";
  else if (ERROR.test(input)) cell.value = { error: input };
  else if (/^[=+\-@]/.test(input)) {
    const formula = input.startsWith("=") ? input : `=${input}`;
    requireFormula(formula);
    cell.formula = formula;
    cell.value = 0;
  } else cell.value = input;
}
