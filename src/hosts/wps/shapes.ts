import type { CellValue } from "../../workbook/plain";

export type Matrix = readonly (readonly unknown[])[];

const isList = (given: unknown): given is readonly unknown[] => Array.isArray(given);

/**
 * What a range gave, as rows of cells. One cell comes bare, one row or one column often as a flat list, a blank range as
 * nothing, and a list may hold all cells one row after the other. null: it is none of these, and nothing is to be read from it.
 */
export function asMatrix(given: unknown, rows: number, columns: number): Matrix | null {
  if (given === null || given === undefined) return rowsOf(rows, columns, () => null);
  if (!isList(given)) return rows * columns === 1 ? [[given]] : null;
  if (given.every(isList)) return asRows(given, rows, columns);
  return given.length === rows * columns && !given.some(isList)
    ? rowsOf(rows, columns, (row, column) => given[row * columns + column])
    : null;
}

const asRows = (given: Matrix, rows: number, columns: number): Matrix | null =>
  given.length === rows && given.every((row) => row.length === columns) ? given : null;

const rowsOf = (rows: number, columns: number, at: (row: number, column: number) => unknown): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_none, column) => at(row, column)));

/** A property that is one for the whole range: its value; null where the cells differ, or WPS gave no answer. */
export const uniform = (given: unknown): unknown => (given === undefined || isList(given) ? null : given);

/** Errors as numbers: how a program of this kind hands them over (0x800A07D0 and on). */
const ERROR_NUMBERS: Readonly<Record<number, string>> = {
  [-2146826288]: "#NULL!",
  [-2146826281]: "#DIV/0!",
  [-2146826273]: "#VALUE!",
  [-2146826265]: "#REF!",
  [-2146826259]: "#NAME?",
  [-2146826252]: "#NUM!",
  [-2146826246]: "#N/A",
};
const ERROR_WORDS: ReadonlySet<string> = new Set(Object.values(ERROR_NUMBERS));

/** The error that a value stands for, as a number or as its word; null for any other value. */
export function errorOf(value: unknown): string | null {
  if (typeof value === "number") return ERROR_NUMBERS[value] ?? null;
  return typeof value === "string" && ERROR_WORDS.has(value) ? value : null;
}

/** A cell's value; "" is what a formula gave, or nothing. */
export function cellValue(value: unknown, hasFormula: boolean): CellValue {
  const error = errorOf(value);
  if (error !== null) return { error };
  if (value === "" && !hasFormula) return null;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : null;
}

/** The formula of a cell; text that begins with "=" is its own value, and no formula. */
export const formulaOf = (formula: unknown, value: unknown): string | undefined =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : undefined;
