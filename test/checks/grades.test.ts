import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { gradeOf } from "../../src/checks/custom/grades";
import { readCustomRows } from "../../src/checks/custom/sheet";
import { examplesOf } from "../../src/checks/examples";
import { reconciliations } from "../../src/checks/prior-year";
import { textRule, textRules } from "../../src/checks/text-rules";
import { proofread } from "../../src/proofread/proofread";
import { commonHouse, houses } from "../../src/templates/houses";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

/** 57.43 to 91.97 is 60.14 % more. */
const OPPOSITE = "信息化项目上年预算数57.43万元，本年预算数91.97万元，比上年预算数增加17.66%。";

/** Last year's income is one more than last year's expenditure: P01. */
const PRIORS =
  "# 填报-上年对比\n类别 | 科目编码 | 名称 | 上年预算数 | 主要原因\n收入来源 | | 一般公共预算 | 101.00 |\n支出总额 | | 基本支出 | 100.00 |\n";

const sheet = (...rows: readonly string[]): string => `# 自定义审核\n编号 | 级别 | 公式 | 说明\n${rows.join("\n")}\n`;

function told(rows: readonly string[], more = PRIORS, text = fullWorkbookText()): readonly string[] {
  const { findings } = checkBook(openBook(workbookFromText(`${text}\n\n${more}\n\n${sheet(...rows)}`)));
  return findings
    .filter(({ id }) => !["K02", "S11"].includes(id))
    .map(({ id, verdict, severity, message, why }) => `${id} ${verdict} ${severity} ${message} ${why}`);
}
const about = (id: string, rows: readonly string[]): readonly string[] => told(rows).filter((one) => one.startsWith(`${id} `));

describe("a reconciliation is graded as every other rule", () => {
  test("left alone", () =>
    expect(about("P01", [])).toEqual([expect.stringContaining("P01 broken error 三、支出的上年数之和 100.00") as string]));
  test.each(["P01 | 停用 | | 上年口径不同", "p01 | 停用 | | 上年口径不同", "Ｐ01 | 停用 | | 上年口径不同"])("%s", (row) =>
    expect(told([row]).filter((one) => one.includes("P01") || one.includes("上年数"))).toEqual([
      expect.stringMatching(/broken info 已停用 P01（上年收入总计与上年支出总计是同一个数）。理由：上年口径不同/) as string,
    ]),
  );
  test("to a hint", () =>
    expect(about("P01", ["P01 | 提示 | | 待核"])).toEqual([
      expect.stringMatching(/P01 broken info .*（级别由自定义审核改为提示：待核）/) as string,
    ]));
  test("all of them by their family", () =>
    expect(told(["P | 停用 | | 没有上年数"])).toEqual([expect.stringContaining("已停用 P01") as string]));
  test("an unknown one is said", () =>
    expect(about("P99", ["P99 | 停用 | |"])).toEqual([expect.stringContaining("没有编号为“P99”的审核") as string]));
});

describe("a rule of proofreading is graded as every other rule", () => {
  const said = (row: string): readonly string[] => {
    const book = openBook(workbookFromText(`${fullWorkbookText()}\n\n${row === "" ? "" : sheet(row)}`));
    const { findings, coverage } = proofread([OPPOSITE], book);
    return [...findings.map(({ id, severity, why }) => `${id} ${severity} ${why}`), `faulty ${String(coverage.faulty)}`];
  };
  test("left alone", () => expect(said("")).toEqual([expect.stringMatching(/^B04 error/) as string, "faulty 3"]));
  test.each(["B04 | 停用 | | 按决算数", "b04 | 停用 | | 按决算数", "B | 停用 | | 按决算数"])(
    "%s: nothing is told, and nothing passes for proved or faulty",
    (row) => expect(said(row)).toEqual(["faulty 0"]),
  );
  test("to a hint, and why", () =>
    expect(said("B04 | 提示 | | 按决算数")).toEqual(["B04 info （级别由自定义审核改为提示：按决算数）", "faulty 3"]));
  test("the check of the tables says that it is switched off", () =>
    expect(about("B04", ["B04 | 停用 | | 按决算数"])).toEqual([
      expect.stringMatching(/^B04 broken info 已停用 B04（.*）。理由：按决算数/) as string,
    ]));
  test("one that there is not is said", () =>
    expect(about("B99", ["B99 | 停用 | |"])).toEqual([expect.stringContaining("没有编号为“B99”的审核") as string]));
});

describe("the examples of rules that the text alone proves", () => {
  const ids = (text: string): readonly string[] => proofread([text], null).findings.map(({ id }) => id);
  test.each(["B00", "B04", "B09", "B10"])("%s", (id) => {
    const { holds = "", fails = "" } = textRule(id)?.examples ?? {};
    expect(ids(holds)).toEqual([]);
    expect(ids(fails)).toContain(id);
  });
});

describe("gradeOf", () => {
  const rows = readCustomRows(
    workbookFromText(
      sheet(
        "B10 | 停用 | |",
        "b04 | 提示 | |",
        "X12b | 警告 | |",
        "K11 | 停用 | |",
        "K11 | 警告 | |",
        "F1 | 错误 | 表5[总计, 合计] = 表3[总计, 合计] |",
      ),
    ),
  );
  test.each([
    ["B10", "off"],
    ["B04", "info"],
    ["K11", "warning"],
    ["F1", null],
    ["B11", null],
  ])("%s is %s", (id, grade) => expect(gradeOf({ id }, rows)?.grade ?? null).toBe(grade));
  test("by the rule it comes from", () => expect(gradeOf({ id: "X12b3", source: "X12b" }, rows)?.grade).toBe("warning"));
});

test("a user's rule named like a built-in one gets no advice that was meant for that", () => {
  const unequal = "表5[2080505, 基本支出] = 表6[30113, 合计]";
  const text = `${fullWorkbookText()}\n\n${sheet(`E本局 | 错误 | ${unequal} |`)}`;
  const finding = checkBook(openBook(workbookFromText(text))).findings.find(({ id }) => id === "E本局");
  expect(finding?.verdict).toBe("broken");
  expect(finding?.advice).not.toContain("30199");
});

describe("every rule has a case that holds and one that fails", () => {
  const all = [...houses, commonHouse]
    .flatMap(({ chapters }) => chapters.flatMap(({ checks }) => checks))
    .map((check) => [check.id, examplesOf(check)] as const);
  test.each([...new Map([...all, ...[...reconciliations(), ...textRules].map((one) => [one.id, one.examples] as const)])])(
    "%s",
    (_, { holds, fails }) => {
      expect(holds).not.toBe("");
      expect(fails).not.toBe(holds);
    },
  );
});

test("examples of sums add up", () => {
  for (const { chapters } of houses)
    for (const check of chapters.flatMap(({ checks }) => checks)) {
      const [left, right] =
        check.kind === "identity" && check.identity.operator === "=" ? examplesOf(check).holds.split(" = ") : ["0", "0"];
      const cents = (text = ""): number =>
        text.split("+").reduce((sum, part) => sum + Math.round(Number(part.replaceAll(",", "")) * 100), 0);
      expect([check.id, cents(left)]).toEqual([check.id, cents(right)]);
    }
});
