import * as XLSX from "@e965/xlsx";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

const full = workbookFromText(fullWorkbookText());
const changed = (name: string, change: Partial<PlainSheet>): PlainWorkbook => ({
  ...full,
  sheets: full.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change } : sheet)),
});
const told = (workbook: PlainWorkbook): readonly string[] =>
  checkWorkbook(recogniseWorkbook(workbook))
    .findings.filter(({ id }) => id === "S18")
    .map(({ message }) => message);

describe("hidden parts of a table are used, and said", () => {
  test.each<[string, Partial<PlainSheet>, readonly string[]]>([
    ["a sheet", { visibility: "hidden" }, ["表5在隐藏的工作表“表5”上，照样参加了核对。"]],
    // Rows from 0: the sixth on the sheet is the first below the headings.
    ["rows", { hidden: { rows: [5, 7], columns: [] } }, ["表5的第 6、8 行是隐藏的，照样参加了核对。"]],
    ["a column of amounts", { hidden: { rows: [], columns: [5] } }, ["表5的 F 列是隐藏的，照样参加了核对。"]],
    ["what holds nothing", { hidden: { rows: [400], columns: [40] } }, []],
  ])("%s", (_, change, messages) => expect(told(changed("表5", change))).toEqual(messages));

  test("as a file says them", async () => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    sheet["!rows"] = [{}, { hidden: true }];
    sheet["!cols"] = [{}, { hidden: true }];
    XLSX.utils.book_append_sheet(book, sheet, "x");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const read = await readWorkbook(bytes, "x.xlsx");
    expect(read.sheets[0]?.hidden).toEqual({ rows: [1], columns: [1] });
  });
});
