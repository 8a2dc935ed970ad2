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

/** A table whose rows below its fixed lines have their names in later columns, as invented purchases. */
const purchases: readonly (readonly (string | number | null)[])[] = [
  ["2030年政府采购预算表", null, null, null, null, null],
  ["部门：示例市示例局", null, null, null, null, "单位：万元"],
  ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"],
  ["合计", null, null, null, null, 60.5],
  ["一、货物A", null, null, null, null, 40],
  [null, "机房改造", "办公设备购置", null, null, 40],
  [null, null, null, "服务器（30万以下）", "集中采购", 28],
  [null, null, null, "交换机", "集中采购", 12],
  ["三、服务C", null, null, null, null, 20.5],
  [null, "年度宣传", "印刷费", null, null, 20.5],
  [null, null, null, "印刷服务", "分散采购", 20.5],
];

const bought = (rows: typeof purchases): PlainWorkbook => ({
  name: "采购.xlsx",
  sheets: [
    {
      name: "政府采购预算表",
      visibility: "visible",
      top: 0,
      left: 0,
      values: rows.map((row) => [...row]),
      formats: [],
      formulas: [],
      printed: true,
    },
  ],
});
const compareBought = (rows: typeof purchases, others = purchases): Comparison =>
  compareTables(recogniseWorkbook(bought(rows)), recogniseWorkbook(bought(others)));

it("rows whose names stand in later columns are known by the words they carry", () => {
  const same = compareBought(purchases);
  expect(same).toMatchObject({ differences: [], added: [], missing: [], unchecked: [] });
  expect(same.proved).toHaveLength(8);
  for (let at = 3; at < purchases.length; at++) {
    const planted = purchases.map((row, index) => (index === at ? [...row.slice(0, 5), 7.77] : row));
    expect(compareBought(planted).differences).toMatchObject([{ kind: "amount", printed: { row: at, column: 5 } }]);
  }
});

it("in such a row a name printed otherwise is said as one, and a row left out as missing", () => {
  const renamed = purchases.map((row, index) => (index === 7 ? [null, null, null, "交换设备", "集中采购", 12] : row));
  expect(compareBought(renamed)).toMatchObject({
    differences: [{ kind: "name", says: "交换设备 集中采购", wanted: "交换机 集中采购" }],
    added: [],
    missing: [],
  });
  expect(compareBought(purchases.filter((_, index) => index !== 7)).missing).toMatchObject([{ row: "交换机 集中采购", amounts: 1 }]);
});

it("a figure that slipped under a heading of words is the row's amount; a quantity under a heading of its own is not", () => {
  const slipped = purchases.map((row, index) => (index === 10 ? [null, null, "印刷服务", "分散采购", 20.5, null] : row));
  expect(compareBought(purchases, slipped)).toMatchObject({ differences: [], added: [], missing: [] });
  const counted = purchases.map((row, index) => [...row.slice(0, 5), index === 2 ? "数量" : index === 6 ? 4 : null, row[5] ?? null]);
  expect(compareBought(purchases, counted)).toMatchObject({ differences: [], added: [], missing: [] });
});
