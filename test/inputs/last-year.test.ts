import { importLastYear } from "../../src/inputs/last-year";
import { readInputs } from "../../src/inputs/read";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";

const none = Object.fromEntries(
  Object.keys(fullSheets)
    .filter((name) => name.startsWith("填报"))
    .map((name) => [name, null]),
);
const year = (of: number): string => `项目 | 内容\n单位名称 | 示例市交通局\n预算年度 | ${String(of)}`;
const current = recogniseWorkbook(fullWorkbook({ ...none, "填报-基本信息": year(2026) }));

/** Last year's 表5: an item renamed, one under another code, one that ended; 行政运行 as it is. */
const LAST_5 = `
一般公共预算支出情况表
编制部门：示例市交通局 | | | | | | 单位：万元
科目代码 | | | 科目名称 | 一般公共预算支出 | |
类 | 款 | 项 | | 合计 | 基本支出 | 项目支出
201 | | | 一般公共服务支出 | 111.50 | 90.00 | 21.50
201 | 03 | | 政府办公厅（室）及相关机构事务 | 101.50 | 90.00 | 11.50
201 | 03 | 01 | 行政运行 | 100.00 | 90.00 | 10.00
201 | 03 | 02 | 行政管理专项 | 1.50 | | 1.50
201 | 99 | | 其他一般公共服务支出 | 10.00 | | 10.00
201 | 99 | 99 | 其他一般公共服务支出 | 10.00 | | 10.00
 | | | 总计 | 111.50 | 90.00 | 21.50`;
const last = recogniseWorkbook(fullWorkbook({ ...none, 表5: LAST_5, 表6: null, "填报-基本信息": year(2025) }));
const found = importLastYear(last, current);
const figure = (category: string, code: string, name?: string): unknown => {
  const one = found.figures.find(
    (candidate) => candidate.category === category && candidate.code === code && (name === undefined || candidate.name === name),
  );
  return one && [one.value.toString(), one.kind];
};

test.each([
  ["by code and name", "功能科目", "2010301", undefined, ["100", "same"]],
  ["renamed: by code", "功能科目", "2010302", undefined, ["1.5", "renamed"]],
  ["only last year", "功能科目", "2019999", undefined, ["10", "lastOnly"]],
  ["totals", "支出总额", "", "项目支出", ["85", "same"]],
  ["sources", "收入来源", "", "财政专户", ["6", "same"]],
  ["三公", "“三公”经费", "", "公务用车运行维护费", ["2.5", "same"]],
  ["no table last year, no figure: never a zero", "机关运行经费", "", undefined, undefined],
])("%s", (_, category, code, name, expected) => {
  expect(figure(category, code, name)).toEqual(expected);
});

test("the report names what a person should look at, and why", () => {
  const messages = found.notes.map(({ message }) => message);
  expect(messages).toContain(
    "“功能科目·2010302 一般行政管理事务”上年名称为“行政管理专项”，编码相同，按编码填上年数1.50万元，请确认是同一科目。",
  );
  expect(messages).toContain("“功能科目·2019999 其他一般公共服务支出”上年有10.00万元，本年公开表没有，已作为“本年无”的行列入。");
  expect(messages).toContain("上年文件缺表6《一般公共预算基本支出情况表》，有关的上年数要自己填。");
  expect(found.notes.some(({ kind }) => kind === "doubt")).toBe(false);
});

test("the same name under another code is the same subject", () => {
  const recoded = recogniseWorkbook(
    fullWorkbook({
      ...none,
      表5: LAST_5.replace("201 | 03 | 02 | 行政管理专项", "201 | 03 | 98 | 一般行政管理事务"),
      "填报-基本信息": year(2025),
    }),
  );
  const one = importLastYear(recoded, current);
  expect(one.figures.find(({ code }) => code === "2010302")).toMatchObject({
    kind: "recoded",
    name: "一般公共服务支出/政府办公厅（室）及相关机构事务/一般行政管理事务",
  });
  expect(one.notes.map(({ message }) => message)).toContain(
    "“功能科目·2010302 一般行政管理事务”上年编码为2010398，名称相同，按名称填上年数1.50万元，请确认。",
  );
});

test.each([
  ["the wrong year", { "填报-基本信息": year(2023) }, "所选文件是2023年预算，不是2025年的，请确认没有选错文件。"],
  [
    "another organisation",
    {
      表1: fullSheets["表1"] ?? "",
      "填报-基本信息": year(2025),
      ...Object.fromEntries(
        Object.entries(fullSheets)
          .filter(([name]) => !name.startsWith("填报"))
          .map(([name, text]) => [name, text.replace("示例市交通局", "示例市水利局")]),
      ),
    },
    "所选文件的编制单位是“示例市水利局”，与本工作簿“示例市交通局”不同，请确认没有选错文件。",
  ],
])("%s is doubted", (_, changes, message) => {
  expect(importLastYear(recogniseWorkbook(fullWorkbook({ ...none, ...changes })), current).notes.map((note) => note.message)).toContain(
    message,
  );
});

test("goes into blank cells only; what the user filled in otherwise is reported", () => {
  const mine = fullWorkbook({
    "填报-上年对比":
      "类别 | 科目编码 | 名称 | 上年预算数 | 主要原因\n功能科目 | 2010301 | 一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行 | 99.00 |\n功能科目 | 2010302 | 一般行政管理事务 | | 上级追加",
  });
  const existing = readInputs(mine);
  const imported = importLastYear(last, recogniseWorkbook(mine), existing);
  expect(imported.notes.map(({ message }) => message)).toContain(
    "“功能科目·行政运行”填报表已填上年数99.00，上年公开表为100.00，没有改动，请核对。",
  );
  const [, priors] = inputSheetDrafts(recogniseWorkbook(mine), existing, { lastYear: imported });
  const value = (code: string): unknown => priors?.rows.find(({ cells }) => cells[1]?.value === code)?.cells[3]?.value;
  expect([value("2010301"), value("2010302"), value("2019999")]).toEqual([99, 1.5, 10]);
});
