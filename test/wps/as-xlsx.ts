import * as XLSX from "@e965/xlsx";
import { isCellError } from "../../src/workbook/plain";
import type { FakeCell } from "../excel/fake-cell";
import type { FakeSheet } from "../excel/fake-sheet";
import type { FakeWorkbook } from "../excel/fake-workbook";

const HIDDEN = { visible: 0, hidden: 1, veryHidden: 2 } as const;
const ERRORS: Readonly<Record<string, number>> = {
  "#NULL!": 0,
  "#DIV/0!": 7,
  "#VALUE!": 15,
  "#REF!": 23,
  "#NAME?": 29,
  "#NUM!": 36,
  "#N/A": 42,
};

function cellOf({ value, formula, format }: FakeCell): XLSX.CellObject {
  const more = { ...(formula !== undefined && { f: formula.slice(1) }), ...(format !== "General" && { z: format }) };
  if (value === null) return { t: "z", ...more };
  if (isCellError(value)) return { t: "e", v: ERRORS[value.error] ?? 42, ...more };
  return { t: typeof value === "number" ? "n" : typeof value === "boolean" ? "b" : "s", v: value, ...more };
}

function sheetOf(sheet: FakeSheet): XLSX.WorkSheet {
  const made: XLSX.WorkSheet = {};
  const area = sheet.usedArea(false);
  made["!ref"] = area ? XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: area.bottom, c: area.right } }) : "A1";
  for (const [row, line] of sheet.cells)
    for (const [column, cell] of line) made[XLSX.utils.encode_cell({ r: row, c: column })] = cellOf(cell);
  made["!rows"] = [];
  for (const row of sheet.hiddenRows) made["!rows"][row] = { hidden: true };
  made["!cols"] = [];
  for (const column of sheet.hiddenColumns) made["!cols"][column] = { hidden: true };
  return made;
}

/** The workbook as WPS saves it. */
export function asXlsx(workbook: FakeWorkbook): Uint8Array {
  const file = XLSX.utils.book_new();
  for (const sheet of workbook.sheets) XLSX.utils.book_append_sheet(file, sheetOf(sheet), sheet.name);
  file.Workbook = { Sheets: workbook.sheets.map(({ visibility }) => ({ Hidden: HIDDEN[visibility] })) };
  return new Uint8Array(XLSX.write(file, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}
