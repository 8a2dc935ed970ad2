import { recogniseWorkbook } from "../../src/book/recognise";
import { collectSubjects, type Collected } from "../../src/workbook/collect-subjects";
import { yearsText } from "../../src/workbook/subject-sheet";
import { workbookFromText } from "../support/workbook-text";

/** A workbook of one table that calls one code by a name. */
function book(year: number | null, ...names: readonly string[]): Parameters<typeof collectSubjects>[0][number] {
  const rows = names.map((name, index) => `201 | ${index === 0 ? "" : `0${String(index)}`} | | ${name} | 1.00 | 1.00 |`).join("\n");
  const { tables } = recogniseWorkbook(
    workbookFromText(
      `# 表5\n一般公共预算支出情况表\n编制部门：示例局 | | | | | | 单位：万元\n科目代码 | | | 科目名称 | 一般公共预算支出\n类 | 款 | 项 | | 合计 | 基本支出 | 项目支出\n${rows}\n总计 | | | | 1.00 | 1.00 |`,
    ),
  );
  return { tables, year };
}

const rowsOf = ({ subjects }: Collected): readonly string[] =>
  subjects.map(({ code, name, years }) => `${code} ${name} ${yearsText(years)}`);

test.each<[string, readonly ReturnType<typeof book>[], readonly string[], readonly string[]]>([
  ["one workbook", [book(2026, "甲支出", "乙事务")], ["201 甲支出 2026", "20101 乙事务 2026"], []],
  ["several years", [book(2023, "甲支出"), book(2026, "甲支出")], ["201 甲支出 2023-2026"], []],
  ["a name that was changed", [book(2018, "旧支出"), book(2026, "新支出")], ["201 旧支出 2018", "201 新支出 2026"], []],
  ["two names in one year", [book(2026, "甲支出"), book(2026, "乙支出")], [], ["201"]],
  [
    "one slip among three",
    [book(2026, "甲支出"), book(2026, "甲支出"), book(2026, "甲支出"), book(2026, "乙支出")],
    ["201 甲支出 2026"],
    [],
  ],
  ["two against one", [book(2026, "甲支出"), book(2026, "甲支出"), book(2026, "乙支出")], [], ["201"]],
  ["a workbook without a year", [book(null, "甲支出")], ["201 甲支出 "], []],
  ["numbering and indentation", [book(2026, "一、甲支出"), book(2026, "　甲支出")], ["201 甲支出 2026"], []],
])("%s", (_, books, rows, disputed) => {
  const collected = collectSubjects(books);
  expect(rowsOf(collected)).toEqual(rows);
  expect(collected.disputed.map(({ code }) => code)).toEqual(disputed);
});
