import { proofread } from "../../src/proofread/proofread";
import { sampleBook } from "./support";

/** Rows of 第二部分 as text, the amounts as in the sample's tables 1, 3, 7 and 10. */
const rows = [
  "第二部分 2026 年部门预算公开表",
  "表 1",
  "部门收支总体情况表",
  "一、本年收入\t1, 221. 42\t201 一般公共服务支出\t912. 02",
  "4. 财政专户核拨\t\t211 节能环保支出\t",
  "收入总计\t1, 221. 42\t支出总计\t1, 221. 42",
  "表 3",
  "部门支出总体情况表",
  "201\t\t\t一般公共服务支出\t912.02\t850.02\t62.00",
  "201\t01\t01\t行政运行\t1.99\t1.99\t",
  "\t\t\t总计\t1,221.42\t1,159.42\t62.00",
  "表 10",
  "财政拨款“三公”经费支出情况表",
  "公务用车运行维护费\t2.40\t2.40\t\t",
];

/** A row changed -> what is said of it. */
const SLIPS: readonly (readonly [string, string, string, string])[] = [
  ["912. 02", "921. 02", "921. 02", "912.02"],
  ["850.02", "805.02", "805.02", "850.02"],
  ["\t1.99\t1.99\t", "\t1.99\t1.98\t", "1.98", "1.99"],
  ["总计\t1,221.42\t1,159.42", "总计\t1,221.24\t1,159.42", "1,221.24", "1,221.42"],
  ["一、本年收入\t1, 221. 42", "一、本年收入\t1, 212. 42", "1, 212. 42", "1,221.42"],
  ["2.40\t2.40", "2.40\t2.04", "2.04", "2.40"],
  ["201\t\t\t一般公共服务支出", "201\t\t\t一股公共服务支出", "一股公共服务支出", "一般公共服务支出"],
  ["211 节能环保支出", "211 节能坏保支出", "节能坏保支出", "节能环保支出"],
];

test("tables as text that are the workbook's own bring no finding", async () => {
  expect(proofread(rows, await sampleBook()).findings).toEqual([]);
});

test.each(SLIPS)("%s → %s", async (from, to, quote, expected) => {
  const { findings } = proofread(
    rows.map((row) => row.replace(from, to)),
    await sampleBook(),
  );
  expect(findings.map((finding) => [finding.quote, finding.expected])).toEqual([[quote, expected]]);
});

test("a table most of whose figures are others is not judged cell by cell: it has not been understood", async () => {
  const other = rows.map((row) => (/^(?:201|\t\t\t总计)\t/.test(row) ? row.replace(/\d[\d,]*\.\d\d/g, (amount) => `7${amount}`) : row));
  const { findings, coverage } = proofread(other, await sampleBook());
  expect(findings.map(({ severity, quote, message }) => [severity, quote, message.includes("这张表没有读懂")])).toEqual([
    ["warning", "表 3", true],
  ]);
  expect(coverage.faulty).toBe(0);
  expect(coverage.unchecked.filter(({ reason }) => reason.includes("没有读懂")).map(({ quote }) => quote)).toEqual([
    "7912.02",
    "7850.02",
    "762.00",
    "71.99",
    "71.99",
    "71,221.42",
    "71,159.42",
    "762.00",
  ]);
});
