import { readFileSync } from "node:fs";
import path from "node:path";
import { compareTables, type Comparison } from "../../src/compare/compare-tables";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";

const file = path.join(__dirname, "../../samples/2026-12.xlsx");
const own = readWorkbook(new Uint8Array(readFileSync(file)), "2026-12.xlsx");

type Edit = (sheet: PlainSheet) => PlainSheet;

/** What the comparison finds where one sheet of the sample was printed otherwise. */
async function printed(name: string, edit: Edit): Promise<Comparison> {
  const workbook = await own;
  const changed: PlainWorkbook = {
    ...workbook,
    sheets: workbook.sheets.filter((sheet) => !sheet.name.startsWith("填报-")).map((sheet) => (sheet.name === name ? edit(sheet) : sheet)),
  };
  return compareTables(recogniseWorkbook(changed), recogniseWorkbook(workbook));
}

const cell =
  (row: number, column: number, value: string | number | null): Edit =>
  (sheet) => ({
    ...sheet,
    values: sheet.values.map((line, r) => (r === row - sheet.top ? line.map((old, c) => (c === column - sheet.left ? value : old)) : line)),
  });
const withoutRow =
  (row: number): Edit =>
  (sheet) => ({
    ...sheet,
    values: sheet.values.filter((_, r) => r !== row - sheet.top),
    formats: sheet.formats.filter((_, r) => r !== row - sheet.top),
    formulas: [],
  });

/** 行政运行 on the sample's 表5: its row, the columns of its name and of its total. */
const [row, name, column] = [7, 3, 4];

it("the same tables: every figure is proved, nothing differs", async () => {
  const result = await printed("", (sheet) => sheet);
  expect(result).toMatchObject({ differences: [], added: [], missing: [], missingTables: [], addedTables: [], unchecked: [] });
  const figures = (await own).sheets
    .filter((sheet) => !sheet.name.startsWith("填报-"))
    .flatMap(({ values }) => values.flat())
    .filter((value) => typeof value === "number");
  expect(result.proved).toHaveLength(figures.length);
});

it("another figure, a word for a figure and another name are each said once, with both cells", async () => {
  expect((await printed("表5", cell(row, column, 1.11))).differences).toMatchObject([
    { kind: "amount", table: "表5", row: "行政运行", printed: { sheet: "表5", row, column }, own: { sheet: "表5", row, column } },
  ]);
  expect((await printed("表5", cell(row, column, "见附注"))).differences).toMatchObject([{ kind: "text", says: "见附注" }]);
  expect((await printed("表5", cell(row, name, "行政运转"))).differences).toMatchObject([
    { kind: "name", says: "行政运转", wanted: "行政运行" },
  ]);
});

it("a row left out is missing, and the rows below are still held against their own", async () => {
  const result = await printed("表5", withoutRow(row));
  expect(result.differences).toEqual([]);
  expect(result.missing).toMatchObject([{ table: "表5", row: "行政运行" }]);
});

it("a table that is not printed is named", async () => {
  expect((await printed("表7", (sheet) => ({ ...sheet, values: [] }))).missingTables).toEqual(["表7"]);
});
