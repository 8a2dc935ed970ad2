import { recogniseWorkbook } from "../../src/book/recognise";
import { checkWorkbook } from "../../src/book/check";
import { compareTables } from "../../src/compare/compare-tables";
import { openBook } from "../../src/book/open";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { noInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { narrativeText } from "../../src/render/text";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { filledIn } from "../support/filled-in";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

/** The workbook with some of its cells holding something else. */
function changed(
  workbook: PlainWorkbook,
  sheet: RegExp,
  change: (value: CellValue, row: readonly CellValue[]) => CellValue,
): PlainWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) =>
      sheet.test(one.name) ? { ...one, values: one.values.map((row) => row.map((value) => change(value, row))) } : one,
    ),
  };
}

const broken = (workbook: PlainWorkbook): readonly string[] =>
  checkWorkbook(recogniseWorkbook(workbook))
    .findings.filter(({ verdict, severity }) => verdict === "broken" && severity !== "info")
    .map(({ id }) => id);

test("机关运行经费 is a part of 公用经费: as much or less, never more", () => {
  const run = (amount: number): PlainWorkbook => changed(shanghaiWorkbook(), /“三公”/, (value) => (value === 250 ? amount : value));
  expect(broken(run(250))).toEqual([]);
  // Institutions have 公用经费 of their own.
  expect(broken(run(120.5))).toEqual([]);
  expect(broken(run(2500))).toEqual(["X69"]);
});

test("a table printed under another unit than its figures are in: the unit alone is told", () => {
  const printed = changed(shanghaiWorkbook(), /^部门支出总表$/, (value) => (value === "单位：元" ? "单位：万元" : value));
  const { differences, otherUnits } = compareTables(recogniseWorkbook(printed), recogniseWorkbook(shanghaiWorkbook()));
  expect(differences).toEqual([]);
  expect(otherUnits.map(({ key, says, wanted }) => [key, says, wanted])).toEqual([["expenditure", "万元", "元"]]);
});

test("a table under a title that is none of the form's has a title all the same", () => {
  const titled = changed(shanghaiWorkbook(), /政府性基金/, (value) => (typeof value === "string" ? value.replace("功能分类", "") : value));
  const told = checkWorkbook(recogniseWorkbook(titled)).findings.filter(({ id }) => id === "S02");
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringMatching(/表题写的是“.*基金预算支出预算表”，应写“.*基金预算支出功能分类预算表”/),
  ]);
});

test("the form prints its ninth table in 万元: under 元 it is said of that table, and not that the others are in 元", () => {
  const printed = changed(shanghaiWorkbook(), /“三公”/, (value) => (typeof value === "string" ? value.replace("万元", "元") : value));
  const told = checkWorkbook(recogniseWorkbook(printed)).findings.filter(({ id }) => id === "S04");
  expect(told.map(({ message }) => message)).toEqual([expect.stringContaining("以万元列示")]);
});

test("a code that other tables have under the same name: one cause, however little the amounts have to do with each other", () => {
  // 表5 has what is paid from the budget alone: 142.04 of 163.04.
  const wrong = changed(shanghaiWorkbook(), /^部门一般公共预算拨款表$/, (value, row) =>
    value === "99" && row.includes("其他政府办公厅（室）及相关机构事务支出") ? "97" : value,
  );
  const { causes } = checkWorkbook(recogniseWorkbook(wrong));
  expect(causes.map(({ kind }) => kind)).toEqual(["code"]);
  expect(causes[0]?.message).toContain("2010399");
});

test("本年预算数 of the 填报 sheet is in 万元, whichever unit its table is in", () => {
  const [, priors] = inputSheetDrafts(recogniseWorkbook(shanghaiWorkbook()), noInputs());
  const formula = (name: string): string =>
    priors?.rows.find(({ cells }) => cells[2]?.value === name)?.cells.find(({ formula: one }) => one !== undefined)?.formula ?? "";
  expect(formula("财政拨款收入")).toMatch(/^=ROUND\(\(.+\)\/10000,2\)$/);
  // The ninth table is in 万元 already.
  expect(formula("运行费")).toMatch(/!F6$/);
});

test("what there is none of is said in the form's own sentence", () => {
  const nothing = changed(
    changed(filledIn(shanghaiWorkbook()), /其他事项/, (value, row) => (row[0] === "政府采购" && value === 1 ? 0 : value)),
    /“三公”/,
    (value) => (value === 250 ? null : value),
  );
  const { recognised, inputs } = openBook(nothing);
  const lines = narrativeText(narrate(recognised, inputs)).split("\n");
  expect(lines).toContain("本部门无机关运行经费。");
  expect(lines).toContain("示例区事务局2026年未安排政府采购预算。");
  expect(lines.filter((line) => line.includes("中小企业"))).toEqual([]);
});
