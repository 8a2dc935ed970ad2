import { visible } from "../text/invisible";
import type { CellValue } from "./plain";

export interface ReadCode {
  /** 201, 20103, 2010301; 301, 30101. null: the cells are blank or hold no code. */
  readonly code: string | null;
  /** What the cells say, when they say something that is no code. */
  readonly malformed: string | null;
}

const NO_CODE: ReadCode = { code: null, malformed: null };
const WIDTHS = [3, 2, 2] as const;

const DIGITS = /^\d*$/;

function digits(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 ? String(value) : null;
  if (typeof value !== "string") return null;
  if (DIGITS.test(value)) return value;
  const text = visible(value)
    .normalize("NFKC")
    .replace(/[\s'’]/g, "");
  if (DIGITS.test(text)) return text;
  // 201.03.01 and 201-03-01; a date (2026-2-10) or a telephone number (210-3456) is none.
  return /^\d{3}(?:([.-])\d\d)(?:\1\d\d)?$/.test(text) ? text.replace(/[.-]/g, "") : null;
}

const AHEAD = /^[\s\u3000]*[[［【]?([\d０-９]{3}(?:[\d０-９]{2}){0,2})(?![\d０-９])[\]］】]?[\s\u3000.、．-]*/;

/** "2010301 行政运行", "[2010301]行政运行": a code before the name in one cell; null where there is none. */
export function codeBeforeName(text: string): { readonly code: string; readonly name: string } | null {
  const found = AHEAD.exec(text);
  return found?.[1] === undefined ? null : { code: found[1], name: text.slice(found[0].length) };
}

/** Functional classes start with 2, economic ones with 3: a year, a row number or a telephone number is no code. */
export function isCode(text: string, classification: "functional" | "economic"): boolean {
  return classification === "functional" ? /^2\d\d(?:\d\d){0,2}$/.test(text) : /^[35]\d\d(?:\d\d)?$/.test(text);
}

/**
 * Reads a row's code from one column of whole codes or from 类 款 [项] columns, restoring zeros that a spreadsheet lost
 * (1 for 01) and classes left blank under the row above.
 */
export function readCode(
  cells: readonly (CellValue | undefined)[],
  classification: "functional" | "economic",
  previous: string | null,
): ReadCode {
  const texts = cells.map(digits);
  if (!texts.every((text) => text !== null)) return malformed(cells);
  if (texts.every((text) => text === "")) return NO_CODE;
  const lowest = texts.reduce((at, text, index) => (text === "" ? at : index), 0);
  const whole = texts[lowest] ?? "";
  // A whole code in one cell, whichever column it stands in.
  if (cells.length === 1 || whole.length > 3) return isCode(whole, classification) ? { code: whole, malformed: null } : malformed(cells);
  let code = "";
  for (let level = 0; level <= lowest; level++) {
    const width = WIDTHS[level] ?? 2;
    const own = texts[level] ?? "";
    const inherited = previous?.slice(code.length, code.length + width) ?? "";
    const part = own === "" ? inherited : own.padStart(width, "0");
    if (part.length !== width) return malformed(cells);
    code += part;
  }
  return isCode(code, classification) ? { code, malformed: null } : malformed(cells);
}

function malformed(cells: readonly (CellValue | undefined)[]): ReadCode {
  const text = cells
    .map((cell) => (typeof cell === "string" || typeof cell === "number" ? String(cell).trim() : ""))
    .filter(Boolean)
    .join(" ");
  return { code: null, malformed: text };
}

export function levelOf(code: string): "class" | "group" | "item" {
  return code.length === 3 ? "class" : code.length === 5 ? "group" : "item";
}
