import type { CellValue, PlainSheet } from "../../workbook/plain";
import type { Extent } from "./chunks";

/** Rows of one sheet as Excel gives them. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
}

export interface Rows {
  readonly values: CellValue[][];
  readonly formats: (readonly (string | undefined)[])[];
  readonly formulas: (readonly (string | undefined)[])[];
}

const NONE: readonly undefined[] = [];

/** Excel gives a blank as "" and an error as its text: only the type tells them from text that looks the same. */
export function cellValue(value: unknown, type: unknown): CellValue {
  if (type === "Empty") return null;
  if (type === "Error") return { error: String(value) };
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : null;
}

/** Excel repeats the value where there is no formula; text that begins with "=" is the same in both and no formula. */
export const formulaOf = (formula: unknown, value: unknown): string | undefined =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : undefined;

const formatOf = (format: unknown): string | undefined =>
  typeof format === "string" && format !== "General" && format !== "" ? format : undefined;

/** One row, up to its last cell that holds something; rows without formulas or formats share one empty array. */
function appendRow(into: Rows, raw: RawRows, r: number): void {
  const given = raw.values[r] ?? [];
  const values = given.map((value, c) => cellValue(value, raw.types[r]?.[c]));
  const formulas = given.map((value, c) => formulaOf(raw.formulas[r]?.[c], value));
  let width = values.length;
  while (width > 0 && values[width - 1] === null && formulas[width - 1] === undefined) width -= 1;
  const formats = values.slice(0, width).map((_, c) => formatOf(raw.formats[r]?.[c]));
  into.values.push(values.slice(0, width));
  into.formulas.push(formulas.some((formula) => formula !== undefined) ? formulas.slice(0, width) : NONE);
  into.formats.push(formats.some((format) => format !== undefined) ? formats : NONE);
}

export const noRows = (): Rows => ({ values: [], formats: [], formulas: [] });

export function appendRows(into: Rows, raw: RawRows): void {
  for (let r = 0; r < raw.values.length; r++) appendRow(into, raw, r);
}

/** The sheet as the engine knows it, without blank rows at its end. */
export function plainSheet(
  name: string,
  visibility: PlainSheet["visibility"],
  extent: Extent | null,
  rows: Rows,
  hidden: PlainSheet["hidden"],
): PlainSheet {
  let end = rows.values.length;
  while (end > 0 && rows.values[end - 1]?.length === 0) end -= 1;
  return {
    name,
    visibility,
    top: extent?.top ?? 0,
    left: extent?.left ?? 0,
    values: rows.values.slice(0, end),
    formats: rows.formats.slice(0, end),
    formulas: rows.formulas.slice(0, end),
    ...(hidden && { hidden }),
  };
}
