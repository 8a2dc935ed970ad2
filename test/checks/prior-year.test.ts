import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { reconcilePriors } from "../../src/checks/prior-year";
import type { Finding } from "../../src/checks/report";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbook } from "../narrative/full-workbook";

const PRIORS = `
类别 | 科目编码 | 名称 | 上年预算数 | 主要原因
收入来源 | | 一般公共预算 | 100.00 |
收入来源 | | 上级一般公共预算安排的转移支付资金 | 11.50 |
收入来源 | | 单位资金 | 4.00 |
支出总额 | | 基本支出 | 94.00 |
支出总额 | | 项目支出 | 21.50 |
一般公共预算 | | 基本支出 | 90.00 |
一般公共预算 | | 项目支出 | 21.50 |
功能科目 | 2010301 | 甲/乙/行政运行 | 100.00 |
功能科目 | 2010302 | 甲/乙/一般行政管理事务 | 11.50 |
“三公”经费 | | 合计 | 3.00 |
“三公”经费 | | 公务用车运行维护费 | 2.50 |
“三公”经费 | | 公务接待费 | 0.50 |
机关运行经费 | | 机关运行经费 | 20.00 |`;

const reconciled = (change: (text: string) => string): readonly Finding[] => {
  const workbook = fullWorkbook({ "填报-上年对比": change(PRIORS) });
  return reconcilePriors(recogniseWorkbook(workbook), readInputs(workbook));
};

test("figures that add up have nothing said about them", () => {
  expect(reconciled((text) => text)).toEqual([]);
});

test.each([
  ["三 ≠ 二", "单位资金 | 4.00", "单位资金 | 5.00", ["P01"]],
  ["五（一） ≠ 二 (and 三 with it)", "安排的转移支付资金 | 11.50", "安排的转移支付资金 | 12.50", ["P01", "P02"]],
  ["五（三） ≠ 五（一）", "行政运行 | 100.00", "行政运行 | 90.00", ["P03"]],
  ["project-only subjects over last year's projects", "一般行政管理事务 | 11.50", "一般行政管理事务 | 31.50", ["P03", "P04"]],
  ["三公 parts ≠ total", "合计 | 3.00", "合计 | 3.50", ["P05"]],
  ["机关运行经费 over 基本支出", "机关运行经费 | 20.00", "机关运行经费 | 91.00", ["P06"]],
  ["general 基本支出 over all 基本支出", "支出总额 | | 基本支出 | 94.00", "支出总额 | | 基本支出 | 80.00", ["P01", "P07"]],
])("%s", (_, from, to, ids) => {
  const findings = reconciled((text) => text.replace(from, to));
  expect(findings.map(({ id, verdict }) => [id, verdict])).toEqual(ids.map((id) => [id, "broken"]));
});

test("says both figures, the difference and the cells", () => {
  expect(reconciled((text) => text.replace("合计 | 3.00", "合计 | 3.50"))[0]).toMatchObject({
    severity: "error",
    left: "3",
    right: "3.5",
    difference: "-0.50",
    message: "“三公”经费各项的上年数之和 3.00 ≠ “三公”经费的上年合计 3.50，少 0.50。各项之和等于合计。",
    cells: [{ sheet: "填报-上年对比", row: 11, column: 3, side: "left" }, { row: 12 }, { row: 10, side: "right", value: "3.5" }],
  });
});

test("one cent in a sum of rounded figures is rounding, and no news", () => {
  expect(reconciled((text) => text.replace("行政运行 | 100.00", "行政运行 | 100.01"))).toEqual([]);
});

test("blank cells are not zero: what needs them was not run", () => {
  const findings = reconciled((text) => text.replace("单位资金 | 4.00", "单位资金 |"));
  expect(findings.map(({ id, verdict }) => [id, verdict])).toEqual([["P01", "notRun"]]);
  expect(findings[0]?.message).toContain("填报-上年对比!D4");
});

test("no 填报 sheet, nothing to reconcile", () => {
  const workbook = fullWorkbook({ "填报-上年对比": null });
  expect(reconcilePriors(recogniseWorkbook(workbook), readInputs(workbook))).toEqual([]);
});

const SHARED = path.resolve(__dirname, "../../../shared/workbooks");
(existsSync(SHARED) ? test : test.skip).each(["000", "001", "002r"])("%s: nothing broken in a published document", async (name) => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path.join(SHARED, `${name}.xlsx`))), name);
  expect(reconcilePriors(recogniseWorkbook(workbook), readInputs(workbook))).toEqual([]);
});
