import { isOwnSheet } from "../../src/workbook/own-sheets";
import { readSubjectSheet, yearsOf, yearsText } from "../../src/workbook/subject-sheet";
import { subjectsInUse } from "../../src/workbook/subjects-in-use";
import { workbookFromText } from "../support/workbook-text";

const listed = (rows: string, head = "编码 | 名称 | 年度"): ReturnType<typeof readSubjectSheet> =>
  readSubjectSheet(workbookFromText(`# 科目表\n${head}\n${rows}`));

test("a workbook without the sheet has no list of its own", () =>
  expect(readSubjectSheet(workbookFromText("# 表1\n编码 | 名称\n201 | 甲"))).toBeNull());
test("the sheet is searched for no table", () => expect(isOwnSheet("科目表")).toBe(true));

test.each([
  ["201 | 一般公共服务支出 | 2026", "201 一般公共服务支出 2026"],
  ["'2010301 | 行政运行 |", "2010301 行政运行 "],
  ["201.03.01 | 行政运行 | 2019-2025", "2010301 行政运行 2019-2025"],
  ["30112 | 其他社会保障缴费 | 2018年起", "30112 其他社会保障缴费 2018年起"],
  ["50101 | 工资奖金津补贴 |", "50101 工资奖金津补贴 "],
])("%s is read", (row, expected) => {
  const list = listed(row);
  expect(list?.problems).toEqual([]);
  expect(list?.subjects.map(({ code, name, years }) => `${code} ${name} ${yearsText(years)}`)).toEqual([expected]);
});

test.each([
  ["2010 | 行政运行 |", "code", "2010", 0],
  ["| 行政运行 |", "code", "", 0],
  ["行政 | 行政运行 |", "code", "行政", 0],
  ["2010301 | |", "name", "2010301", 1],
  ["2010301 | 行政运行 | 去年", "years", "去年", 2],
  ["2010301 | 行政运行 | 2025-2019", "years", "2025-2019", 2],
])("%s is said at its cell", (row, kind, text, column) => {
  expect(listed(`201 | 甲 |\n${row}`)).toMatchObject({
    subjects: [{ code: "201" }],
    problems: [{ kind, text, cell: { sheet: "科目表", row: 2, column } }],
  });
});

test("a code twice in one year is said at the second; in other years it is another name", () => {
  expect(listed("210 | 卫生健康支出 | 2019年起\n210 | 医疗卫生与计划生育支出 | 2014-2018\n210 | 医疗支出 | 2018")).toMatchObject({
    subjects: [{ name: "卫生健康支出" }, { name: "医疗卫生与计划生育支出" }],
    problems: [{ kind: "doubled", text: "210", cell: { row: 3 }, first: { name: "医疗卫生与计划生育支出" } }],
  });
});

test("headings that are not there are said", () =>
  expect(listed("201 | 甲", "甲 | 乙")).toMatchObject({ subjects: [], problems: [{ kind: "headings" }] }));
test("revenue of the same printed list and blank rows are passed over", () =>
  expect(listed("101 | 税收收入 |\n1010101 | 增值税 |\n |  |\n201 | 甲 |")).toMatchObject({ subjects: [{ code: "201" }], problems: [] }));

test.each<[string, number | null, number | null]>([
  ["", null, null],
  ["2026", 2026, 2026],
  ["2026年", 2026, 2026],
  ["2019—2025年", 2019, 2025],
  ["2019年起", 2019, null],
  ["2018年及以前", null, 2018],
  ["2018年止", null, 2018],
])("年度 %j is %s to %s", (written, from, until) => expect(yearsOf(written)).toEqual({ from, until }));
test.each(["今年", "20", "2026 2027", "起", "2018年及以前2019"])("年度 %j is none", (written) => expect(yearsOf(written)).toBeNull());

describe("the list in use", () => {
  const inUse = (rows: string, year: number | null): ReturnType<typeof subjectsInUse> =>
    subjectsInUse({ workbook: workbookFromText(`# 科目表\n编码 | 名称 | 年度\n${rows}`), year });

  test("the office's own name comes before the built-in one, in its year", () => {
    expect(inUse("2010301 | 行政运转 | 2026", 2026).find("2010301")).toMatchObject({ name: "行政运转", sure: true });
    expect(inUse("2010301 | 行政运转 | 2026", 2025).find("2010301")).toMatchObject({ name: "行政运行" });
    expect(inUse("2010301 | 行政运转 |", 2025).find("2010301")).toMatchObject({ name: "行政运转" });
  });
  test("a code that only the office's list of another year knows is known, and not for sure", () => {
    expect(inUse("2019901 | 国家赔偿费用支出 | 2025", 2026).find("2019901")).toMatchObject({
      name: "国家赔偿费用支出",
      inYear: true,
      sure: false,
    });
  });
  test("a code of other years is known, and none in this one", () => {
    expect(inUse("", 2026).find("30312")).toMatchObject({ name: "提租补贴", inYear: false });
    expect(inUse("", 2017).find("30312")).toMatchObject({ inYear: true });
    expect(inUse("", 2026).find("30399")?.inYear).toBe(true);
    expect(inUse("", 2026).find("2019999")).toBeNull();
  });
});
