import { check, type IdentityCheck } from "../../src/checks/engine/check";
import { on, sum } from "../../src/checks/language/build";
import { checkWorkbook } from "../../src/book/check";
import { expenditure } from "../../src/templates/xinjiang/tables/expenditure";
import { general } from "../../src/templates/xinjiang/tables/general";
import { basic } from "../../src/templates/xinjiang/tables/basic";
import { recogniseWorkbook } from "../../src/book/recognise";
import { workbookFromText } from "../support/workbook-text";

const c = on(expenditure);
const e = on(general);
const f = on(basic);

/** The one verdict a single check comes to. */
function verdict(identity: IdentityCheck, text: string): string {
  const report = checkWorkbook(recogniseWorkbook(workbookFromText(text)), [identity]);
  const [finding] = report.findings;
  if (finding) return `${finding.verdict} ${finding.severity}`;
  const found = Object.entries(report.counts).filter(([, count]) => count > 0);
  return found.map(([name]) => name).join();
}

const pair = (basic: string, economic: string): string => `
# 表5
一般公共预算支出情况表
编制部门：示例局 | | | | | 单位：万元
科目代码 | | | 科目名称 | 一般公共预算支出
类 | 款 | 项 | | 合计 | 基本支出 | 项目支出
 | | | 总计 | | ${basic} |
# 表6
一般公共预算基本支出情况表
编制部门：示例局 | | | | 单位：万元
科目代码 | | 科目名称 | 一般公共预算基本支出
类 | 款 | | 合计 | 人员经费 | 公用经费
 | | 总计 | ${economic} | |`;

const same = check("same", e.at("总计", "基本支出").equals(f.at("总计", "合计")), "the same quantity");
const part = check("part", e.at("总计", "基本支出").atMost(f.at("总计", "合计")), "a part of the whole");

describe("the same quantity twice is exact (docs/rules.md 0.2)", () => {
  test.each([
    ["100.00", "100.00", "holds"],
    ["100.00", "100.01", "broken warning"],
    ["100.01", "100.00", "broken warning"],
    ["100.00", "100.02", "broken error"],
    ["100.00", "", "broken error"],
    ["0.00", "", "holds"],
    ["", "", "notApplicable"],
    ["100.00", "见附件", "notRun error"],
    ["100.00", "#REF!", "notRun error"],
    ["'1,219.43", "1219.43", "holds"],
    ["-", "", "holds"],
  ])("%s and %s: %s", (left, right, expected) => expect(verdict(same, pair(left, right))).toBe(expected));
});

describe("stored values are tried first (docs/rules.md 0.4)", () => {
  test.each([
    // 100.005 is shown 100.01; as stored both are 100.005.
    ["100.005~0.00", "100.005", "rounding info"],
    // Shown alike: published alike, whatever is stored.
    ["100.004~0.00", "100.00", "holds"],
    // 100.014 and 100.00: shown 100.01 against 100.00, and not equal as stored either.
    ["100.014~0.00", "100.00", "broken warning"],
  ])("%s and %s: %s", (left, right, expected) => expect(verdict(same, pair(left, right))).toBe(expected));
});

describe("a part may not exceed its whole", () => {
  test.each([
    ["99.00", "100.00", "holds"],
    ["100.00", "100.00", "holds"],
    ["100.01", "100.00", "rounding info"],
    ["100.02", "100.00", "broken error"],
    ["0.01", "", "rounding info"],
    ["5.00", "", "broken error"],
    ["", "100.00", "holds"],
  ])("%s within %s: %s", (left, right, expected) => expect(verdict(part, pair(left, right))).toBe(expected));
});

const classes = ["201", "205", "206", "208", "210", "221"];
const footing = (total: string, parts: readonly string[], unit = "万元"): string => `
# 表3
部门支出总体情况表
编制部门：示例局 | | | | | 单位：${unit}
科目代码 | | | 科目名称 | 支出预算
类 | 款 | 项 | | 合计 | 基本支出 | 项目支出
${parts.map((amount, index) => `${classes[index] ?? ""} | | | 示例支出 | ${amount} | |`).join("\n")}
 | | | 总计 | ${total} | |`;
const sums = check("sum", c.at("总计", "合计").equals(sum(c.at("各类", "合计"))), "the total is the sum");

describe("a sum of n printed figures (docs/rules.md 0.3): B(n) = floor((n+1)/2) hundredths, S(n) = 0.03·√((n+1)/12)", () => {
  test.each<[number, string, string]>([
    [1, "10.01", "broken warning"], // one figure and its total are the same quantity
    [1, "10.02", "broken error"],
    [2, "20.00", "holds"],
    [2, "20.01", "rounding info"], // B 0.01, S 0.015
    [2, "20.02", "broken error"],
    [3, "30.01", "rounding info"], // B 0.02, S 0.0173
    [3, "30.02", "rounding warning"],
    [3, "30.03", "broken error"],
    [5, "49.98", "rounding info"], // B 0.03, S 0.0212
    [5, "49.97", "rounding warning"],
    [5, "49.96", "broken error"],
    [6, "60.02", "rounding info"], // B 0.03, S 0.0229
    [6, "60.04", "broken error"],
  ])("%i figures of 10.00 and a total of %s: %s", (count, total, expected) => {
    expect(
      verdict(
        sums,
        footing(
          total,
          Array.from({ length: count }, () => "10.00"),
        ),
      ),
    ).toBe(expected);
  });

  test("blank addends are not counted: two figures among five rows", () => {
    expect(verdict(sums, footing("20.02", ["10.00", "", "10.00", "", ""]))).toBe("broken error");
  });
  test("a zero is a figure", () => expect(verdict(sums, footing("20.02", ["10.00", "0.00", "10.00"]))).toBe("rounding warning"));
  test("one figure that cannot be read keeps the sum from being judged", () =>
    expect(verdict(sums, footing("20.00", ["10.00", "约10万"]))).toBe("notRun error"));
});

describe("precision is inferred from the figures (docs/rules.md 0.7)", () => {
  test("元 that are whole hundreds were 万元 to two decimals: 100 元 off is rounding", () =>
    expect(verdict(sums, footing("200100.00", ["100000.00", "100000.00"], "元"))).toBe("rounding info"));
  test("元 with odd 角分: 0.02 off is broken", () =>
    expect(verdict(sums, footing("200000.25", ["100000.11", "100000.12"], "元"))).toBe("broken error"));
  test("元 with odd 角分: 0.01 off is rounding", () =>
    expect(verdict(sums, footing("200000.24", ["100000.11", "100000.12"], "元"))).toBe("rounding info"));
});

describe("what is not there is never passed", () => {
  test("a missing table", () => expect(verdict(same, pair("1.00", "1.00").split("# 表6")[0] ?? "")).toBe("notRun error"));
  test("a missing column", () =>
    expect(verdict(same, pair("1.00", "1.00").replace("基本支出 | 项目支出", "基本费用 | 项目支出"))).toBe("notRun error"));
  test("a subject in one table only is a difference, not a silence", () => {
    const byClass = check("classes", e.at("各类", "合计").equals(c.at("同一科目", "合计")), "class by class");
    const both = `${footing("10.00", ["10.00"])}\n${(pair("", "").split("# 表6")[0] ?? "").replace(" | | | 总计", "205 | | | 教育支出 | 4.68 | |\n201 | | | 示例支出 | 10.00 | |\n | | | 总计")}`;
    const report = checkWorkbook(recogniseWorkbook(workbookFromText(both)), [byClass]);
    expect(report.findings.map(({ difference, message }) => [difference, message.includes("表3没有 205")])).toEqual([["4.68", true]]);
  });
});
