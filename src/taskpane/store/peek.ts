import { columnLetters, type CellRef } from "../../amount/cell-ref";
import { cellAt } from "../../workbook/held";
import { isCellError, type CellValue, type PlainSheet, type PlainWorkbook } from "../../workbook/plain";

/** A few cells around one, to be shown beside a finding whose other side lies on another sheet. */
export interface Peek {
  readonly sheet: string;
  /** Column letters, left to right. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly PeekCell[] }[];
}

export interface PeekCell {
  readonly text: string;
  readonly numeric: boolean;
  readonly hit: boolean;
}

const AROUND = 1;

/** The cell with a row above and below, the words that name its row, and the column before it; null off the sheet. */
export function peekAt(workbook: PlainWorkbook, cell: CellRef): Peek | null {
  const sheet = workbook.sheets.find(({ name }) => name === cell.sheet);
  if (!sheet) return null;
  const label = labelColumn(sheet, cell);
  const near = [cell.column - 1, cell.column].filter((column) => column >= sheet.left && column > label);
  const columns = [...(label >= 0 && label < cell.column ? [label] : []), ...near];
  const from = Math.max(sheet.top, cell.row - AROUND);
  const rows = Array.from({ length: cell.row + AROUND - from + 1 }, (_, index) => from + index);
  return {
    sheet: sheet.name,
    columns: columns.map(columnLetters),
    rows: rows.map((row) => ({
      number: row + 1,
      cells: columns.map((column) => {
        const { value, format } = cellAt(sheet, { row, column });
        return {
          text: cellText(value, format).trim(),
          numeric: typeof value === "number",
          hit: row === cell.row && column === cell.column,
        };
      }),
    })),
  };
}

/** The nearest column to the left whose cell in this row holds words; -1 when there is none. */
function labelColumn(sheet: PlainSheet, cell: CellRef): number {
  for (let column = cell.column - 1; column >= sheet.left; column--) {
    const { value } = cellAt(sheet, { row: cell.row, column });
    if (typeof value === "string" && /\p{L}/u.test(value)) return column;
  }
  return -1;
}

const grouped = new Map<string, Intl.NumberFormat>();

/** A cell as a person reads it: numbers in the decimals and separators of their format, errors as Excel shows them. */
export function cellText(value: CellValue, format: string | undefined): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const match = /^[^"]*?(#,##)?0(?:\.(0+))?(%)?/.exec(format ?? "");
  if (!match) return String(Number(value.toPrecision(15)));
  const [, separators, decimals = "", percent] = match;
  const key = `${separators ?? ""} ${decimals.length}`;
  const writer =
    grouped.get(key) ??
    new Intl.NumberFormat("en-US", {
      useGrouping: separators !== undefined,
      minimumFractionDigits: decimals.length,
      maximumFractionDigits: decimals.length,
    });
  grouped.set(key, writer);
  return writer.format(percent ? value * 100 : value) + (percent ?? "");
}
