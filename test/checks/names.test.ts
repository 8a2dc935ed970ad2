import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { CheckReport } from "../../src/checks/report";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

const full = `${fullWorkbookText()}\n\n# 填报-基本信息\n项目 | 内容\n预算年度 | 2026\n`;
const NAMING = ["K02", "K03", "K04", "K09", "K13"];

/** The good workbook with every `from` of one sheet (or of all) in other words. */
function renamed(from: string, to: string, sheet?: string): string {
  const parts = full.split(/^(?=# )/m);
  const changed = parts.map((part) => (sheet === undefined || part.startsWith(`# ${sheet}\n`) ? part.replaceAll(from, to) : part)).join("");
  if (changed === full) throw new Error(`no ${from}`);
  return changed;
}

const checked = (text: string): CheckReport => checkWorkbook(recogniseWorkbook(workbookFromText(text)));
const naming = (text: string): readonly string[] =>
  checked(text)
    .findings.filter(({ id, message }) => NAMING.includes(id) && !message.includes("22301") && !message.includes("2230105"))
    .map(({ id, verdict, severity, message }) => `${id} ${verdict === "broken" ? severity : verdict} ${message}`);
const good = checked(full);

describe("a former name is one naming finding, and no arithmetic", () => {
  test.each([
    [
      "everywhere",
      "卫生健康支出",
      "医疗卫生与计划生育支出",
      undefined,
      "K03 warning 表1、表2、表3、表4、表5的 210 写作“医疗卫生与计划生育支出”，这是2018年及以前的名称，现在的科目名称应为“卫生健康支出”。",
    ],
    [
      "in one two-sided table",
      "210 卫生健康支出",
      "210 医疗卫生与计划生育支出",
      "表1",
      "K03 warning 表1的 210 写作“医疗卫生与计划生育支出”，这是2018年及以前的名称",
    ],
    [
      "in one table, of before that",
      "卫生健康支出",
      "医疗卫生支出",
      "表5",
      "K03 warning 表5的 210 写作“医疗卫生支出”，这是2013年及以前的名称",
    ],
    [
      "of a class told by its name alone",
      "210 卫生健康支出",
      "医疗卫生与计划生育支出",
      "表4",
      "K03 warning 表4的 210 写作“医疗卫生与计划生育支出”",
    ],
    [
      "short of its last word, without a code",
      "210 卫生健康支出",
      "医疗卫生与计划生育",
      "表4",
      "写作“医疗卫生与计划生育”，科目名称应为“卫生健康支出”",
    ],
    [
      "of a 款",
      "行政事业单位养老支出",
      "行政事业单位离退休",
      "表3",
      "K03 warning 表3的 20805 写作“行政事业单位离退休”，这是2019年及以前的名称",
    ],
    [
      "of an economic class",
      "| 资本性支出 |",
      "| 其他资本性支出 |",
      "表6",
      "K03 warning 表6的 310 写作“其他资本性支出”，这是2017年及以前的名称",
    ],
    [
      "of a class of other years",
      "207 文化旅游体育与传媒支出",
      "207 文化体育与传媒支出",
      "表1",
      "K03 warning 表1的 207 写作“文化体育与传媒支出”，这是2018年及以前的名称",
    ],
  ])("%s", (_, from, to, sheet, expected) => {
    const text = renamed(from, to, sheet);
    const found = naming(text);
    expect(found.slice(0, 1)).toEqual([expect.stringContaining(expected) as string]);
    const { findings } = checked(text);
    expect(
      findings.filter(({ id, verdict }) => verdict === "broken" && !good.findings.some((one) => one.id === id)).map(({ id }) => id),
    ).toEqual(found.map((one) => one.slice(0, 3)));
  });

  test.each([["医疗卫生与计划生育支出"], ["医疗卫生支出"]])("%s: exactly one", (name) =>
    expect(naming(renamed("210 卫生健康支出", `210 ${name}`, "表1"))).toHaveLength(1),
  );
});

test("in a year that is not known, too", () => {
  const text = renamed("210 卫生健康支出", "210 医疗卫生与计划生育支出", "表1").replace("预算年度 | 2026", "");
  expect(naming(text)).toEqual([expect.stringContaining("K03 warning 表1的 210") as string]);
});

test("numbering before a name is no part of it", () => {
  expect(naming(renamed("| 进修及培训 |", "| （一）进修及培训 |", "表5"))).toEqual([]);
  expect(naming(renamed("205 教育支出", "五、教育支出", "表1"))).toEqual([]);
});

test("any other name for a code may be another subject's", () => {
  expect(naming(renamed("| 进修及培训 |", "| 职业培训 |", "表3")).map((one) => one.slice(0, 9))).toEqual(["K03 warni", "K04 error"]);
});

test("a slip of the pen beside the right name in another table is one finding, with the right name", () => {
  expect(naming(renamed("| 进修及培训 |", "| 进修及陪训 |", "表3"))).toEqual([
    "K04 error 20508 在各表名称不一致：表2“进修及培训”、表3“进修及陪训”。科目名称应为“进修及培训”。",
  ]);
});

test("a code that is no more is not of this year", () => {
  expect(naming(renamed("303 | 02 | 退休费", "303 | 12 | 提租补贴", "表6"))).toContainEqual(
    "K02 info 表6的科目 30312 提租补贴 不是2026年的科目。",
  );
});

describe("a table without names says that they were not looked at", () => {
  const basic = (change: (sheet: string) => string): string => full.replace(/^# 表6\n[^#]*/m, change);
  const blank = basic((sheet) =>
    sheet.replace("科目代码 | | 科目名称", "科目代码 | | ").replace(/^(3\d\d \|[^|\n]*\|)[^|\n]*\|/gm, "$1 |"),
  );
  const gone = basic((sheet) =>
    sheet
      .replace("科目代码 | | 科目名称", "科目代码 | ")
      .replace("类 | 款 | |", "类 | 款 |")
      .replace(/^(3\d\d \|[^|\n]*\|)[^|\n]*\|/gm, "$1")
      .replace(/^((?: \|)*总计 \|) \|/m, "$1"),
  );
  test.each([
    ["a blank column", blank],
    ["no such column", gone],
  ])("%s", (_, text) => {
    expect(text).not.toBe(full);
    expect(naming(text)).toEqual([
      "K03 notRun 未执行：表6没有找到科目名称，科目名称没有核对。",
      "K04 notRun 未执行：表6没有找到科目名称，各表科目名称是否相同没有核对。",
    ]);
  });
});

describe("the office's own 科目表", () => {
  const withList = (rows: string, text = full): readonly string[] => naming(`${text}\n\n# 科目表\n编码 | 名称 | 年度\n${rows}`);
  test("is used before the built-in list, and that is said", () => {
    expect(withList("20508 | 进修和培训 | 2026")).toEqual([
      "K02 info 科目先按工作表“科目表”（1 行）核对，其中没有的按内置科目核对。",
      "K03 warning 表2、表3、表5的 20508 写作“进修及培训”，科目名称应为“进修和培训”。",
    ]);
    expect(withList("20508 | 进修和培训 | 2026", renamed("| 进修及培训 |", "| 进修和培训 |"))).toHaveLength(1);
  });
  test("knows codes that the built-in list does not", () => {
    const report = checked(
      `${full}\n\n# 科目表\n编码 | 名称 | 年度\n22301 | 解决历史遗留问题及改革成本支出 |\n2230105 | 国有企业退休人员社会化管理补助支出 |`,
    );
    expect(report.findings.filter(({ id }) => id === "K02").map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      "info 科目先按工作表“科目表”（2 行）核对，其中没有的按内置科目核对。",
    ]);
  });
  test.each([
    ["2050 | 培训 |", "K13 error 科目表!A3 的编码“2050”不是支出科目的编码，这一行没有使用。"],
    ["| 培训 |", "K13 error 科目表!A3 没有编码，这一行没有使用。"],
    ["20508 | |", "K13 error 科目表!B3 20508 没有名称，这一行没有使用。"],
    ["20508 | 进修及培训 | 明年", "K13 error 科目表!C3 的年度“明年”读不懂，这一行没有使用。"],
    ["205 | 教育 |", "K13 error 科目表!A3 的编码 205 与第2行“教育支出”重复，用的是前面一行。"],
  ])("%s is said at its cell", (row, expected) => expect(withList(`205 | 教育支出 |\n${row}`)).toContainEqual(expected));
});
