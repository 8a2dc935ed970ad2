/**
 * A workbook as plain data: what every door (Excel, a file, a test) hands to the engine.
 * Nothing here knows Office.js, files or the DOM.
 */
export interface PlainWorkbook {
  /** File name, for messages. */
  readonly name: string;
  readonly sheets: readonly PlainSheet[];
}

export interface PlainSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Position on the sheet of `values[0][0]`, 0-based (a used range need not start at A1). */
  readonly top: number;
  readonly left: number;
  /** Row by row; rows may be of different length; what lies outside is blank. */
  readonly values: readonly (readonly CellValue[])[];
  /** Number formats as Excel writes them ("0.00", "General"), same shape; a missing entry is General. */
  readonly formats: readonly (readonly (string | undefined)[])[];
  /** The formula with its "=", where the cell holds one; same shape; a missing entry is a constant. */
  readonly formulas: readonly (readonly (string | undefined)[])[];
  /** Rows and columns that are hidden, as 0-based positions on the sheet; absent where none is known to be. */
  readonly hidden?: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  /** A table of a finished report: it prints what it says and has no formulas. */
  readonly printed?: true;
}

/** null is a cell that holds nothing. */
export type CellValue = string | number | boolean | CellError | null;

export interface CellError {
  /** As Excel shows it: "#REF!". */
  readonly error: string;
}

export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === "object" && value !== null;
}

/** The sheet of what a report says before its contents begin: which organisation, which year. */
export const COVER_SHEET = "封面";
