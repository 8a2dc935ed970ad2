import { columnLetters } from "../../../amount/cell-ref";
import { columnOf, MOST_COLUMNS, MOST_ROWS, placeOf, rowOf } from "./place";

/** Texts and quoted sheet names, which stay as they are, or a cell's address that is no part of another name. */
const REFERENCES = /"[^"]*"|'[^']*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** A formula as it reads that many rows and columns further on: what it says relative to its cell goes with it. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(REFERENCES, (whole, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    const place = placeOf(`${letters ?? ""}${digits ?? ""}`);
    if (place < 0) return whole;
    const row = rowOf(place) + (fixedRow === "$" ? 0 : rows);
    const column = columnOf(place) + (fixedColumn === "$" ? 0 : columns);
    if (row < 0 || row >= MOST_ROWS || column < 0 || column >= MOST_COLUMNS) return "#REF!";
    return `${fixedColumn ?? ""}${columnLetters(column)}${fixedRow ?? ""}${String(row + 1)}`;
  });
}
