import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";

/** A workbook written as text: one line a row, cells parted by "|"; 12.30 is a number, everything else is text. */
export function textWorkbook(sheets: Readonly<Record<string, string>>): PlainWorkbook {
  return { name: "text.xlsx", sheets: Object.entries(sheets).map(([name, text]) => textSheet(name, text)) };
}

export function textSheet(name: string, text: string): PlainSheet {
  const values = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map(cell));
  return { name, visibility: "visible", top: 0, left: 0, values, formats: [], formulas: [] };
}

function cell(raw: string): CellValue {
  const text = raw.trim().replace(/\\n/g, "\n");
  if (text === "") return null;
  return /^-?\d+\.\d+$/.test(text) ? Number(text) : text;
}
