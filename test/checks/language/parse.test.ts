import { catalogue, form, formIds } from "../../support/xinjiang";
import { parseIdentity } from "../../../src/checks/language/parse";
import { printIdentity } from "../../../src/checks/language/print";
import type { Identity } from "../../../src/checks/language/expression";

const identities = catalogue.flatMap((check) => (check.kind === "identity" ? [check] : []));

function read(text: string, id = "2026-12"): Identity {
  const parsed = parseIdentity(text, form(id));
  if (parsed.kind === "problem") throw new Error(`${text} at ${parsed.at}: ${parsed.message}`);
  return parsed.identity;
}

describe("what is printed for a built-in check reads back as the same identity", () => {
  test.each(formIds)("in template %s", (id) => {
    const has = new Set(form(id).tables.map(({ key }) => key));
    const own = identities.filter(({ identity }) => [...identity.left, ...identity.right].every(({ table }) => has.has(table)));
    for (const { identity } of own) expect(read(printIdentity(identity, form(id)), id)).toEqual(identity);
  });
});

describe("ways people write the same thing", () => {
  const plain = "表5[总计, 合计] = 表4[支出总计, 一般公共预算]";
  test.each([
    ["full-width punctuation", "表５［总计，合计］＝表４【支出总计，一般公共预算】"],
    ["no spaces", "表5[总计,合计]=表4[支出总计,一般公共预算]"],
    ["ideographic comma", "表5[总计、合计] = 表4[支出总计、一般公共预算]"],
    ["合计 for the total row, 总计 for its column", "表5[合计, 总计] = 表4[支出合计, 一般公共预算]"],
    ["titles for table numbers", "一般公共预算支出情况表[总计, 合计] = 财政拨款收支预算总体情况表[支出总计, 一般公共预算]"],
  ])("%s", (_, text) => expect(read(text)).toEqual(read(plain)));

  const part = "表6[30217, 合计] <= 表10[公务接待费, 一般公共预算]";
  test.each([
    ["≤", "表6[30217, 合计] ≤ 表10[公务接待费, 一般公共预算]"],
    ["≥ the other way round", "表10[公务接待费, 一般公共预算] ≥ 表6[30217, 合计]"],
    [">=", "表10[公务接待费, 一般公共预算] >= 表6[30217, 合计]"],
    ["code with its name", "表6[30217 公务接待费, 合计] <= 表10[公务接待费用, 一般公共预算]"],
    ["code with a space", "表6[302 17, 合计] <= 表10[公务接待费, 一般公共预算]"],
    ["name without code", "表6[公务接待费, 合计] <= 表10[公务接待费, 一般公共预算]"],
  ])("%s", (_, text) => expect(read(text)).toEqual(read(part)));

  test.each(["Σ表5[各类, 合计]", "∑ 表5[各类, 合计]", "表5[各类，合计]之和", "Σ表5[各类, 合计]之和"])("%s is a sum", (sum) =>
    expect(read(`表5[总计, 合计] = ${sum}`)).toEqual(read("表5[总计, 合计] = 表5[各类, 合计]之和")),
  );
  test("a line by its printed label, and a heading that stands on both sides", () =>
    expect(read("表1[1. 一般公共预算拨款, 预算数] = 表4[一般公共预算, 合计]")).toEqual(
      read("表1[一般公共预算拨款, 收入预算数] = 表4[一般公共预算, 收入合计]"),
    ));
  test("各类 on both sides means class by class", () =>
    expect(read("表3[各类, 合计] = 表1[各类, 预算数]")).toEqual(read("表3[各类, 合计] = 表1[同一科目, 支出预算数]")));
  test("table numbers are the template's own: 表11 is carried-over funds where there are eleven tables", () =>
    expect(read("表11[总计, 合计] = 表1[上年结转结余, 预算数]", "2026-11").left[0]?.table).toBe("carriedOver"));
  test("signs", () =>
    expect(read("表3[总计, 合计] - 表5[总计, 合计] = -表8[总计, 合计] + 表9[总计, 合计]").right.map(({ sign }) => sign)).toEqual([-1, 1]));
});

describe("a formula that cannot be read says where (marked ¦) and what is nearest", () => {
  test.each([
    ["表5[总计, ¦合记] = 表4[支出总计, 一般公共预算]", "没有“合记”这一列，是不是“合计”"],
    ["表5[总计, 合计] = 表4[支出总计, ¦一般公共预祘]", "没有“一般公共预祘”这一列，是不是“一般公共预算”"],
    ["表10[¦公务接待废, 合计] <= 表4[支出总计, 合计]", "没有“公务接待废”这一行，是不是“公务接待费”"],
    ["表5[总计, 合计] = ¦表13[总计, 合计]", "本版式没有表13，只有表1至表12"],
    ["表12[总计, ¦小计] = 表1[上年结转结余, 预算数]", "“小计”有2列：财政拨款小计、非财政拨款小计，请写明是哪一列"],
    ["表5[总计, 合计]¦", "没有 =、<= 或 >=，请写成“左边 = 右边”"],
    ["表5[总计, 合计] ¦< 表3[总计, 合计]", "不能用“<”，请用 =、<= 或 >="],
    ["表5[总计, 合计] = 表3[总计, 合计] ¦= 表2[总计, 总计]", "只能有一个 =、<= 或 >="],
    ["表5[总计, 合计] = ¦100", "只能写表里的格，不能写数字"],
    ["表5[总计, 合计] = ¦表3[总计, 合计", "方括号没有写完，缺“]”"],
    ["表5[¦总计 合计] = 表3[总计, 合计]", "方括号里要写“行, 列”，中间用逗号"],
    ["表5[总计, 合计] ¦表4[支出总计, 合计] = 表3[总计, 合计]", "两项之间要有 + 或 -"],
    ["¦表5[各类, 合计] = 表5[所属各款, 合计]", "“所属各款”后面要写“之和”"],
    ["¦表5[总计, 合计] = 表5[所属各款, 合计]之和", "写“所属各款”时，公式里要有一处写“各类”“各项”等"],
    ["¦表5[总计, 合计] = 表5[总计, 合计]之和", "“之和”前面的行要写“各类”“各项”“所属各款”等，不能是一行"],
    ["¦表5[各类, 合计] = 表3[各款, 合计]", "“各款”和“各类”不能一行对一行，请在一边后面加“之和”"],
    ["表6[¦2010301, 合计] = 表5[2010301, 合计]", "“2010301”不是完整的经济分类编码"],
    ["表5[¦30108, 合计] = 表6[30108, 合计]", "“30108”不是完整的功能分类编码"],
    ["¦", "没有 =、<= 或 >=，请写成“左边 = 右边”"],
  ])("%s", (marked, message) => {
    expect(parseIdentity(marked.replace("¦", ""), form("2026-12"))).toEqual({ kind: "problem", at: marked.indexOf("¦"), message });
  });
});
