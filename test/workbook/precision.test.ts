import type { CellValue, PlainSheet } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";

interface Column {
  readonly unit: string;
  readonly format?: string;
  readonly amounts: readonly CellValue[];
}

function expenditure({ unit, format, amounts }: Column): PlainSheet {
  const head: readonly (readonly CellValue[])[] = [
    ["部门支出总体情况表"],
    ["编制部门：某局", null, null, null, unit],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ];
  const rows = amounts.map((amount, index): readonly CellValue[] => [
    `20103${String(index + 1).padStart(2, "0")}`,
    "行政运行",
    amount,
    null,
    null,
  ]);
  return {
    name: "表3",
    visibility: "visible",
    top: 0,
    left: 0,
    values: [...head, ...rows],
    formulas: [],
    formats: [[], [], [], ...rows.map(() => [undefined, undefined, format])],
  };
}

function threePublic({ unit, format, amounts }: Column): PlainSheet {
  const labels = ["总计", "因公出国（境）费", "公务接待费"];
  const rows = amounts.map((amount, index): readonly CellValue[] => [labels[index] ?? "", amount, null]);
  return {
    name: "表10",
    visibility: "visible",
    top: 0,
    left: 0,
    formulas: [],
    values: [["财政拨款“三公”经费支出情况表"], ["编制部门：某局", null, unit], ["“三公”经费支出内容", "合计", "一般公共预算"], ...rows],
    formats: [[], [], [], ...rows.map(() => [undefined, format])],
  };
}

const many = (count: number, amount: CellValue): readonly CellValue[] => Array.from({ length: count }, () => amount);

/** One unit in the last printed place of 表3, in 万元. */
const precision = (column: Column): string | undefined =>
  recogniseWorkbook({ name: "a.xlsx", sheets: [expenditure(column)] })
    .tables.get("expenditure")
    ?.precision.toString();

test.each<[string, Column, string]>([
  ["whole 元", { unit: "单位：元", format: "#,##0", amounts: [77381546, 17614243] }, "0.0001"],
  ["whole 元 printed with .00", { unit: "单位：元", format: "#,##0.00", amounts: [77381546, 17614243] }, "0.0001"],
  ["元 that end in 00 throughout: converted from 万元", { unit: "单位：元", format: "#,##0.00", amounts: [12194300, 12214200] }, "0.01"],
  ["元 with 角", { unit: "单位：元", amounts: [12.5, 1234567.5] }, "0.00001"],
  ["元 with 分", { unit: "单位：元", amounts: [12.55, 1234567.5] }, "0.000001"],
  ["one 分 among thirty whole 元 is a slip", { unit: "单位：元", amounts: [...many(30, 77381546), 12.55] }, "0.0001"],
  ["one 分 among twenty is a real share", { unit: "单位：元", amounts: [...many(19, 77381546), 12.55] }, "0.000001"],
  ["万元 with two decimals", { unit: "单位：万元", format: "0.00", amounts: [1219.43, 62] }, "0.01"],
  ["万元 with two decimals that all happen to be whole", { unit: "单位：万元", format: "0.00", amounts: [60, 62] }, "0.01"],
  ["万元 with one decimal", { unit: "单位：万元", format: "0.0", amounts: [1219.43, 62] }, "0.1"],
  ["whole 万元", { unit: "单位：万元", format: "#,##0", amounts: [1219.43, 62] }, "1"],
  ["万元 with four decimals", { unit: "单位：万元", amounts: [1219.4312, 62.0155] }, "0.0001"],
  ["whole numbers among two decimals (docs/rules.md 0.7)", { unit: "单位：万元", amounts: [80, 300, 62, 1219.43] }, "0.01"],
  ["two decimals among thirty whole numbers are a slip", { unit: "单位：万元", amounts: [...many(30, 80), 1219.43] }, "1"],
  ["text amounts keep their decimals", { unit: "单位：万元", amounts: ["24.00", "1,219.40"] }, "0.01"],
  ["万元 written in a table in 元", { unit: "单位：元", amounts: ["24.00万元", "1,219.40万元"] }, "0.01"],
  ["元 shown as 万元 by the format", { unit: "单位：万元", format: "0!.0,", amounts: [12214200, 9120200] }, "0.1"],
  ["binary noise is no decimal", { unit: "单位：万元", amounts: [1221.42 - 1219.43, 0.1 + 0.2] }, "0.01"],
  ["nothing but zeros", { unit: "单位：万元", amounts: [0, null] }, "0.01"],
])("%s", (_, column, expected) => expect(precision(column)).toBe(expected));

test("tables in one unit share their precision, a table in another has its own", () => {
  const book = {
    name: "a.xlsx",
    sheets: [
      expenditure({ unit: "单位：元", format: "#,##0", amounts: [77381546, 17614243] }),
      threePublic({ unit: "单位：万元", format: "0.00", amounts: [2.4, 1.05] }),
    ],
  };
  expect([...recogniseWorkbook(book).tables.values()].map(({ key, precision: own }) => [key, own.toString()])).toEqual([
    ["expenditure", "0.0001"],
    ["threePublic", "0.01"],
  ]);
  const alike = {
    ...book,
    sheets: [
      expenditure({ unit: "单位：万元", amounts: [80, 300] }),
      threePublic({ unit: "单位：万元", format: "0.00", amounts: [2.4, 1.05] }),
    ],
  };
  expect([...recogniseWorkbook(alike).tables.values()].map(({ precision: own }) => own.toString())).toEqual(["0.01", "0.01"]);
});
