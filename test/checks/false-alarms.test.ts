import { checkWorkbook } from "../../src/book/check";
import type { CheckReport } from "../../src/checks/report";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

/** What a peer's tool took for errors on real files (docs/rules.md E): each must stay silent here, or say what it is. */
const full = fullWorkbookText();
const report = (text: string): CheckReport => checkWorkbook(recogniseWorkbook(workbookFromText(text)));
const told = (text: string): string[] =>
  report(text)
    .findings.filter(({ severity, verdict }) => severity !== "info" || verdict !== "broken")
    .map(({ id, verdict, severity }) => `${id} ${verdict} ${severity}`);

function inSheet(sheet: string, from: string | RegExp, to: string): string {
  const text = full
    .split(/^(?=# )/m)
    .map((part) => (part.startsWith(`# ${sheet}\n`) ? part.replace(from, to) : part))
    .join("");
  if (text === full) throw new Error(`${sheet} has no ${String(from)}`);
  return text;
}

test("economic codes are not compared with functional ones: 302 and 30216 are no subjects of 表5", () => {
  const ids = report(full).findings.map(({ id }) => id);
  expect(ids).not.toContain("K03");
  expect(ids).not.toContain("K04");
  expect(recogniseWorkbook(workbookFromText(full)).tables.get("general")?.withCode("302")).toEqual([]);
});

test("words in an amount's place are not 0.00: the check is not run, and nothing is said to differ by the whole sum", () => {
  const text = inSheet("表6", " | 总计 | 1326.00", " | 总计 | 详见附件");
  const { findings } = report(text);
  const about = findings.filter(({ id }) => id === "X56");
  expect(about.map(({ verdict, difference }) => [verdict, difference])).toEqual([["notRun", null]]);
  expect(findings.filter(({ id }) => id === "S07").map(({ severity }) => severity)).toEqual(["error"]);
});

test("words in a label's place are not amounts", () =>
  expect(told(inSheet("表10", "公务接待费 |", "公务接待费（含2025年结算） |"))).not.toContain("F1001 broken error"));

test("a year is no amount: in a title, a heading, a project's name, a note", () => {
  expect(told(inSheet("表6", "一般公共预算基本支出情况表", "2026年一般公共预算基本支出情况表"))).toEqual([]);
  expect(told(full.replaceAll("档案整理", "2025年档案整理"))).toEqual([]);
  expect(told(inSheet("表1", "项目 | 预算数 | 科目名称 | 预算数", "项目 | 2026年预算数 | 科目名称 | 2026年预算数"))).toEqual([]);
  expect(told(inSheet("表1", "项目 | 预算数 | 科目名称 | 预算数", "项目 | 2026年预算 | 科目名称 | 2026年预算"))).toEqual([]);
  expect(told(inSheet("表6", /\n*$/, "\n注：本表为 2026 年数\n\n"))).toEqual([]);
});

test("columns stay in place across a page's repeated heading", () => {
  const heading = "科目代码 | | | 科目名称 | 一般公共预算支出\n类 | 款 | 项 | | 合计 | 基本支出 | 项目支出\n";
  const text = inSheet("表5", "208 |  |  |", `${heading}208 |  |  |`);
  expect(told(text)).toEqual([]);
});

test("a table in 元 among tables in 万元 is converted before it is compared", () => {
  const yuan = full
    .split(/^(?=# )/m)
    .map((part) =>
      part.startsWith("# 表6\n")
        ? part.replace("单位：万元", "单位：元").replace(/\d+\.\d\d/g, (amount) => `${String(Math.round(Number(amount) * 10000))}.00`)
        : part,
    )
    .join("");
  expect(told(yuan)).toEqual(["S04 broken warning"]);
});

test("an empty table is not passed: what concerns it does not apply, and money elsewhere contradicts it", () => {
  const empty = inSheet(
    "表8",
    /(类 \| 款 \| 项\n)[^]*$/,
    "$1示例局2026年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。\n\n",
  );
  const found = told(empty);
  expect(found).toContain("S14 broken error");
  expect(found).toContain("X48b broken error");
  const before = report(full).counts;
  expect(report(empty).counts.notApplicable).toBeGreaterThan(before.notApplicable);
});

test("a table that is not there is not passed either", () => {
  const text = full
    .split(/^(?=# )/m)
    .filter((part) => !part.startsWith("# 表5\n"))
    .join("");
  const found = report(text)
    .findings.filter(({ verdict }) => verdict === "notRun")
    .map(({ id }) => id);
  for (const id of ["S01", "X25", "X35", "X45a", "X56", "X57a", "E1", "F501"]) expect(found).toContain(id);
});

describe("layouts of other templates raise no alarm", () => {
  const elevenTables = full
    .split(/^(?=# )/m)
    .filter((part) => !part.startsWith("# 表11\n"))
    .join("")
    .replace("# 表12", "# 表11")
    .replace("上年结转结余情况表", "上年结转结余情况明细表");
  test("eleven tables, the last is 表11", () => {
    const recognised = recogniseWorkbook(workbookFromText(elevenTables), { template: "xinjiang/2026-11" });
    expect(recognised.missing).toEqual([]);
    expect(checkWorkbook(recognised).counts).toMatchObject({ broken: 0, notRun: 0 });
  });
  test("表2 without the column of state capital transfers from above", () => {
    const text = fullWorkbookText({ withoutCapitalTransfers: true });
    expect(recogniseWorkbook(workbookFromText(text)).tables.get("income")?.columns.has("上级国有资本经营预算转移支付")).toBe(false);
    expect(told(text)).toEqual([]);
  });
  test("表8 with 基本支出 undivided", () => {
    const text = inSheet("表8", "合计 | 人员经费 | 公用经费 | 项目支出", "合计 | 基本支出 | 项目支出")
      .split(/^(?=# )/m)
      .map((part) => (part.startsWith("# 表8\n") ? part.replace(/5\.00 \| 3\.00/g, "8.00") : part))
      .join("");
    expect(told(text)).toEqual([]);
  });
  test("表7 with items alone, no classes and groups", () =>
    expect(told(inSheet("表7", /^201 \| (?:03)? *\| *\| (?:一般公共服务支出|政府办公厅.*?) .*\n/gm, ""))).toEqual([]));
  test("表7 that says its items without projects' names is held against 表5 all the same", () => {
    const text = inSheet("表7", /^201 \| 03 \| \d\d \|  \| .*\n/gm, "");
    expect(told(text)).not.toContain("X57b broken error");
  });
  test("表4 that lists carried-over funds", () => expect(told(fullWorkbookText({ carriedOverInFiscal: true }))).toEqual([]));
  test("a unit in 表12 without a project of its own", () => {
    const text = inSheet("表12", "总计 |", "示例服务中心 | 1.00 | 1.00 | | | 1.00\n总计 |");
    expect(told(text)).not.toContain("F1201f broken error");
  });
});
