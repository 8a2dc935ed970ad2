import { recogniseWorkbook } from "../../src/book/recognise";
import { workbookFromText } from "../support/workbook-text";

/** Two tables of a unit of a central department, their titles headed so. */
const titled = ([first, second]: readonly [string, string], above = ""): string | null =>
  recogniseWorkbook(
    workbookFromText(`
      # Sheet1
      ${first}收支预算总表
      ${above}
      收入 | | 支出
      项目 | 预算数 | 项目 | 预算数
      一、财政拨款收入 | 80.00 | 一、教育支出 | 100.00
      二、事业收入 | 20.00
      收入总计 | 100.00 | 支出总计 | 100.00
      # Sheet2
      ${second}支出预算表
      ${above}
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      205 | 教育支出 | 100.00 | 60.00 | 40.00
      合计 | | 100.00 | 60.00 | 40.00`),
  ).organisation;

describe("the organisation where no table says 编制部门", () => {
  it.each([
    ["before both titles", ["示例大学", "示例大学"], "示例大学"],
    ["with the year", ["示例市第一中学2026年", "示例市第一中学2026年度"], "示例市第一中学"],
    ["not when each title has another", ["示例大学", "示例学院"], null],
    ["not when one title alone has it", ["示例大学", ""], null],
    ["not what names nobody", ["我校", "我校"], null],
    ["not a level of government", ["示例市本级", "示例市本级"], null],
    ["not other words", ["2026年度", "2026年度"], null],
  ] as const)("%s", (_, heads, name) => {
    expect(titled(heads)).toBe(name);
  });

  it("what the tables state goes before", () => {
    expect(titled(["示例大学", "示例大学"], "编制部门：示例师范大学")).toBe("示例师范大学");
  });
});
