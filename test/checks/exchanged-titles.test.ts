import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { CheckReport, Finding } from "../../src/checks/report";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

/**
 * Two tables under each other's titles: said once, and nothing that speaks of either is said not to hold. Of right titles
 * nothing is said, whatever the sheets are called.
 */
const TITLES = ["示例大学收支预算总表", "示例大学收入预算表", "示例大学支出预算表", "示例大学财政拨款支出预算表"] as const;
type Four = readonly [string, string, string, string];

/** A university's four tables, every figure right: 900 of appropriation and 100 of its own earn and spend 1000. */
const university = (titles: Four, names: Four): PlainWorkbook =>
  workbookFromText(`
# ${names[0]}
${titles[0]}
单位：万元
收入 | | 支出 |
项目 | 预算数 | 项目 | 预算数
一、财政拨款 | 900.00 | 一、教育支出 | 1000.00
二、事业收入 | 100.00 | |
本年收入合计 | 1000.00 | 本年支出合计 | 1000.00
收入总计 | 1000.00 | 支出总计 | 1000.00
# ${names[1]}
${titles[1]}
单位：万元
科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | | 其他收入
| | | | 金额 | 其中：教育收费 |
205 | 教育支出 | 1000.00 | 900.00 | 100.00 | 40.00 |
20502 | 普通教育 | 1000.00 | 900.00 | 100.00 | 40.00 |
2050205 | 高等教育 | 1000.00 | 900.00 | 100.00 | 40.00 |
| 合计 | 1000.00 | 900.00 | 100.00 | 40.00 |
# ${names[2]}
${titles[2]}
单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 经营支出 | 对下级单位补助支出
205 | 教育支出 | 1000.00 | 700.00 | 250.00 | 50.00 |
20502 | 普通教育 | 1000.00 | 700.00 | 250.00 | 50.00 |
2050205 | 高等教育 | 1000.00 | 700.00 | 250.00 | 50.00 |
| 合计 | 1000.00 | 700.00 | 250.00 | 50.00 |
# ${names[3]}
${titles[3]}
单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 备注
205 | 教育支出 | 900.00 | 680.00 | 220.00 |
20502 | 普通教育 | 900.00 | 680.00 | 220.00 |
2050205 | 高等教育 | 900.00 | 680.00 | 220.00 |
| 合计 | 900.00 | 680.00 | 220.00 |
`);

const NAMES: readonly (readonly [string, Four])[] = [
  ["as their titles", TITLES],
  ["Sheet1", ["Sheet1", "Sheet2", "Sheet3", "Sheet4"]],
  ["一", ["一", "二", "三", "四"]],
  ["表", ["表", "表 (2)", "表 (3)", "表 (4)"]],
];

const check = (workbook: PlainWorkbook): CheckReport => checkWorkbook(recogniseWorkbook(workbook));
const errors = ({ findings }: CheckReport): readonly Finding[] =>
  findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error");
const places = ({ cells }: Finding): readonly string[] =>
  cells.map(({ sheet, row, column }) => `${sheet} ${String(row)} ${String(column)}`);
const ids = (all: readonly Finding[]): readonly string[] => all.map(({ id }) => id);
const doubted = ({ findings }: CheckReport): readonly Finding[] =>
  findings.filter(({ verdict, message }) => verdict === "notRun" && message.includes("写反"));

describe.each(NAMES)("sheets named %s", (_, names) => {
  const right = check(university(TITLES, names));

  test("right titles: nothing", () => {
    expect(errors(right)).toEqual([]);
    expect(doubted(right)).toEqual([]);
  });

  test("third and fourth exchanged: both titles are the one error, and what speaks of the tables was not judged", () => {
    const [first, second, third, fourth] = TITLES;
    const report = check(university([first, second, fourth, third], names));
    expect(ids(errors(report))).toEqual(["S02"]);
    const [finding] = errors(report);
    expect(finding && places(finding)).toEqual([`${names[2]} 0 0`, `${names[3]} 0 0`]);
    // On the third sheet the title of the fourth table stands over what is the third's, and the other way round.
    expect(finding?.message).toContain(`表题是“${fourth}”`);
    expect(finding?.message).toContain(`依次像“${third}”“${fourth}”`);
    expect(report.suspects).toEqual([]);
    expect(doubted(report).length).toBeGreaterThan(0);
    // The first two tables are understood: what they say of each other is judged as before.
    const between = ({ ties }: CheckReport): unknown => ties.find(({ tables }) => [...tables].sort().join() === "income,overview")?.counts;
    expect(between(report)).toMatchObject({ broken: 0, notRun: 0 });
    expect(between(report)).toEqual(between(right));
  });
});

test("a column nothing was paid from is another table's by its heading", () => {
  const [first, second, third, fourth] = TITLES;
  const without = (titles: Four): CheckReport => {
    const book = university(titles, TITLES);
    const sheets = book.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((line) => line.map((value, column) => (value === 50 ? null : value === 250 && column === 4 ? 300 : value))),
    }));
    return check({ ...book, sheets });
  };
  expect(errors(without(TITLES))).toEqual([]);
  expect(ids(errors(without([first, second, fourth, third])))).toEqual(["S02"]);
});

test("three titles in a ring: where the sheets' names say so", () => {
  const [first, second, third, fourth] = TITLES;
  const report = check(university([first, third, fourth, second], TITLES));
  expect(ids(errors(report))).toEqual(["S02"]);
  // From the second sheet: each sheet is followed by the one that has its title.
  expect(errors(report)[0]?.message).toContain(`依次像“${second}”“${fourth}”“${third}”`);
});

test("sheets' names exchanged over right titles: the tables are what their titles say", () => {
  const [first, second, third, fourth] = TITLES;
  const report = check(university(TITLES, [first, second, fourth, third]));
  expect(errors(report)).toEqual([]);
  expect(doubted(report)).toEqual([]);
});

test("a table the user pointed at is settled", () => {
  const [first, second, third, fourth] = TITLES;
  const workbook = university([first, second, fourth, third], TITLES);
  expect(recogniseWorkbook(workbook).exchangedTitles).toHaveLength(1);
  expect(recogniseWorkbook(workbook, { sheets: { expenditure: fourth } }).exchangedTitles).toEqual([]);
});

/** The full workbook of twelve tables, whose sheets are named by their numbers alone, with two titles in each other's place. */
function exchanged(one: string, other: string): CheckReport {
  const text = fullWorkbookText();
  const mark = "\u0000";
  if (!text.includes(one) || !text.includes(other)) throw new Error("no such title");
  return check(workbookFromText(text.replaceAll(one, mark).replaceAll(other, one).replaceAll(mark, other)));
}

test("lines are what a table of lines has: its title over projects, and theirs over its lines", () => {
  const report = exchanged("财政拨款“三公”经费支出情况表", "财政拨款委托业务费支出情况表");
  expect(ids(errors(report))).toEqual(["S02"]);
  expect(report.suspects).toEqual([]);
});

test("neither is read where each holds what the other's title cannot have: the titles are told all the same", () => {
  const report = exchanged("部门支出总体情况表", "一般公共预算基本支出情况表");
  expect(ids(errors(report))).toEqual(["S02"]);
  expect(errors(report)[0]?.message).toContain("依次像");
});

test("tables alike are told by their figures, and where the sheets are named so nothing smaller is the cause", () => {
  const [funds, capital] = ["政府性基金预算支出", "国有资本经营预算支出"];
  const named = (text: string): string => text.replace("# 表8", `# ${funds}情况表`).replace("# 表9", `# ${capital}情况表`);
  // Their titles and the one heading that is not alike; the rows stay.
  const text = fullWorkbookText()
    .split(/^(?=# )/m)
    .map((part) =>
      part.startsWith("# 表8") ? part.replaceAll(funds, capital) : part.startsWith("# 表9") ? part.replaceAll(capital, funds) : part,
    )
    .join("");
  const report = check(workbookFromText(named(text)));
  expect(report.causes.map(({ kind }) => kind)).toEqual(["exchanged"]);
  expect(report.causes[0]?.message).toContain("工作表名也是互换的");
  expect(report.suspects).toEqual([]);
  expect(check(workbookFromText(text)).causes.map(({ message }) => message.includes("工作表名"))).not.toContain(true);
  expect(check(workbookFromText(named(fullWorkbookText()))).causes).toEqual([]);
});
