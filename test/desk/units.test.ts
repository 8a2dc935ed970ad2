import { readFileSync } from "node:fs";
import path from "node:path";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { holdUnits, type UnitsHeld } from "../../src/desk/units/hold";
import { filedOf, type Filed } from "../../src/desk/units/filed";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { withCell } from "../support/workbook-text";

const OWN = "示例市人民政府办公室";

let sample: PlainWorkbook;
beforeAll(async () => {
  sample = await readWorkbook(readFileSync(path.join(__dirname, "../../samples/2026-12.xlsx")), "2026-12.xlsx");
});

/** The sample as another unit's: its amounts times a whole number, under its own name. 填报 sheets stay as they are. */
function as(name: string, times: number, workbook = sample): PlainWorkbook {
  const value = (held: CellValue): CellValue =>
    typeof held === "number" ? Math.round(held * times * 100) / 100 : typeof held === "string" ? held.replaceAll(OWN, name) : held;
  return {
    name: `${name}.xlsx`,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name.startsWith("表") ? { ...sheet, values: sheet.values.map((row) => row.map(value)) } : sheet,
    ),
  };
}

const known = new Map<string, Filed>();

/** Checked once, however many tests it stands in. */
function once(name: string, times: number): Filed {
  const key = `${name} ${String(times)}`;
  const made = known.get(key) ?? filed(as(name, times));
  known.set(key, made);
  return made;
}

function filed(workbook: PlainWorkbook): Filed {
  const book = openBook(workbook);
  return filedOf(workbook.name, { book, report: checkBook(book), printed: null });
}

const held = (department: Filed, ...units: readonly Filed[]): UnitsHeld => holdUnits(department, units);
const said = ({ findings }: UnitsHeld): string[] => findings.map(({ table, row, column }) => `${table} ${row} ${column}`);

it("a department that is the sum of its units: nothing to say", () => {
  const result = held(once("全市", 3), once("甲局", 1), once("乙局", 2));
  expect(result).toMatchObject({ causes: [], findings: [], notAdded: [] });
  expect(result.counts.broken).toBe(0);
  // Twelve tables of some two hundred amounts were added up.
  expect(result.counts.holds).toBeGreaterThan(200);
});

it("a cell typed over in one unit: that row, that column, and that unit's cell is to blame", () => {
  // 表5!E27 总计·合计, 1219.43 in the sample.
  const wrong = filed(withCell(as("甲局", 1), "表5", 26, 4, 1219.34));
  const result = held(once("全市", 3), wrong, once("乙局", 2));
  expect(said(result)).toEqual(["表5 总计 合计"]);
  expect(result.findings[0]).toMatchObject({ left: "3658.29", right: "3658.2", difference: "0.09", severity: "error" });
  expect(result.findings[0]?.blame).toMatchObject({ file: "甲局.xlsx", sheet: "表5", row: 26, column: 4, expected: "1219.43" });
  expect(result.findings[0]?.message).toContain("最可能填错的是 甲局.xlsx 的 表5!E27：现在 1219.34，应为 1219.43");
});

it("a cell typed over in the department: the department's own cell is to blame", () => {
  const result = held(filed(withCell(as("全市", 3), "表5", 26, 4, 3658.92)), once("甲局", 1), once("乙局", 2));
  expect(said(result)).toEqual(["表5 总计 合计"]);
  expect(result.findings[0]?.blame).toMatchObject({ file: "全市.xlsx", sheet: "表5", row: 26, column: 4 });
});

it("a unit without a workbook: said once, with how much is wanting", () => {
  // A third of the department, 2 × 1,221.42 of income and of expenditure, has no file.
  const result = held(once("全市", 3), once("甲局", 1));
  expect(result.causes).toHaveLength(1);
  expect(result.causes[0]).toMatchObject({ kind: "missing", file: null });
  expect(result.causes[0]?.message).toContain("收入、支出都多 2,442.84 万元");
  expect(result.findings).toEqual([]);
  expect(result.counts.broken).toBeGreaterThan(50);
});

it("a unit that the department has not counted: said once, with its name", () => {
  const result = held(once("全市", 3), once("甲局", 1), once("乙局", 2), once("丙局", 4));
  expect(result.causes).toEqual([expect.objectContaining({ kind: "uncounted", file: "丙局.xlsx" })]);
  expect(result.findings).toEqual([]);
});

it("a unit whose figures are in 元 under 万元: said once, with its name", () => {
  const result = held(once("全市", 3), once("甲局", 1), once("乙局", 20_000));
  expect(result.causes).toEqual([expect.objectContaining({ kind: "unit", file: "乙局.xlsx" })]);
  expect(result.causes[0]?.message).toMatch(/“乙局”的表写的是万元，数是元/);
  expect(result.findings).toEqual([]);
});

/** A workbook of one table: lines (or rows of one subject) by name in 万元, and their total as income and as expenditure. */
function lines(
  name: string,
  amounts: Readonly<Record<string, number>>,
  named: readonly string[] = [],
  kind: "line" | "item" = "line",
): Filed {
  const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  const rows = Object.entries({ ...amounts, 收入总计: total, 支出总计: total });
  return {
    file: `${name}.xlsx`,
    organisation: name,
    year: 2026,
    isReport: false,
    named,
    suspects: [],
    tables: [
      {
        key: "T1",
        label: "表1",
        hasUnknown: false,
        precision: "0.01",
        columns: [["amount", "预算数"]],
        rows: rows.map(([row, amount], index) => ({
          meaning: row,
          name: row,
          kind: row.endsWith("总计") ? "total" : kind,
          entries: [{ cell: { sheet: "表1", row: index, column: 1 }, amount: String(amount) }],
        })),
      },
    ],
  };
}

/** As many lines of one unit's own, each 10 万元 more than the one before. */
const ownLines = (letter: string, count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${letter}${String(index)}`, 10 * (index + 1)]));

const inYuan = (amounts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * 10_000]));

it("a unit in 元 and another without a workbook: each is said once", () => {
  const [a, b, c] = [ownLines("甲", 8), ownLines("乙", 8), ownLines("丙", 8)];
  const department = lines("示例县教育局", { 住房公积金: 6, ...a, ...b, ...c }, ["县一中"]);
  const yuan = lines("示例县第二小学", inYuan({ 住房公积金: 2, ...b }));
  const result = held(department, lines("示例县第三小学", { 住房公积金: 2, ...a }), yuan);
  expect(result.causes).toEqual([
    expect.objectContaining({ kind: "unit", file: "示例县第二小学.xlsx" }),
    expect.objectContaining({ kind: "missing", file: null }),
  ]);
  // 丙: 10 + 20 + … + 80, and 2 of 住房公积金.
  expect(result.causes[1]?.message).toContain("收入、支出都多 362.00 万元：多半缺一个单位的工作簿：“县一中”");
  expect(result.findings).toEqual([]);
});

it("a unit wanting and another not counted: no amount of the wanting one is given, which would be wrong", () => {
  const [a, b, c] = [ownLines("甲", 8), ownLines("乙", 2), ownLines("丙", 20)];
  const result = held(lines("示例县教育局", { ...a, ...c }), lines("示例县第三小学", a), lines("示例县第二小学", b));
  expect(result.causes).toEqual([]);
  // Every line of 乙 and of 丙, and both totals.
  expect(result.findings).toHaveLength(24);
});

it("a unit wanting and another not counted, in rows that all have: each is said once", () => {
  const all = (养老: number, 医疗: number, 住房: number): Record<string, number> => ({ 养老, 医疗, 住房 });
  const [a, b, c] = [
    { ...all(5, 6, 7), ...ownLines("甲", 8) },
    { ...all(9, 8, 7.5), ...ownLines("乙", 8) },
    { ...all(2, 3, 4), ...ownLines("丙", 20) },
  ];
  const items = (name: string, amounts: Readonly<Record<string, number>>): Filed => lines(name, amounts, [], "item");
  // The department: 甲 and 丙. 丙 has no file, 乙 was not counted.
  const department = items("示例县教育局", { ...a, ...c, ...all(7, 9, 11) });
  const result = held(department, items("示例县第三小学", a), items("示例县第二小学", b));
  expect(result.causes).toEqual([
    expect.objectContaining({ kind: "uncounted", file: "示例县第二小学.xlsx" }),
    expect.objectContaining({ kind: "missing", file: null }),
  ]);
  // 丙: 10 + 20 + … + 200, and 2 + 3 + 4.
  expect(result.causes[1]?.message).toContain("收入、支出都多 2,109.00 万元");
  expect(result.findings).toEqual([]);
  // Only 乙's own rows were forgotten: what all have is counted, and how much the wanting unit has is not known.
  const partly = held(items("示例县教育局", { ...a, ...c, ...all(16, 17, 18.5) }), items("示例县第三小学", a), items("示例县第二小学", b));
  expect(partly.causes.map(({ message }) => message)).toEqual([
    "“示例县第二小学”自己的科目、项目部门的表里没有：部门的表没有把它汇总进去，或漏了这些行。",
    "部门数处处多于各单位之和：多半缺一个单位的工作簿，如部门本级。",
  ]);
});

it("two units that were not counted are told by name, and neither is said to be in 元", () => {
  const [a, b, c] = [ownLines("甲", 30), ownLines("乙", 8), ownLines("丙", 8)];
  const department = lines("示例县教育局", { ...a, 住房: 5 });
  const units = [
    lines("示例县第三小学", { ...a, 住房: 5 }),
    lines("示例县第二小学", { ...b, 住房: 9 }),
    lines("示例县第一小学", { ...c, 住房: 8 }),
  ];
  const result = held(department, ...units);
  expect(result.causes.map(({ kind, file }) => [kind, file])).toEqual([
    ["uncounted", "示例县第二小学.xlsx"],
    ["uncounted", "示例县第一小学.xlsx"],
  ]);
  expect(result.findings).toEqual([]);
});

describe("a unit in 元 whose rows all are others', too, beside one that was not counted and one without a workbook", () => {
  const all = (times: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`科目${String(i)}`, (i + 3) * times + i * i]));
  const sum = (...many: readonly Record<string, number>[]): Record<string, number> =>
    Object.fromEntries(Object.keys(many[0] ?? {}).map((name) => [name, many.reduce((total, one) => total + (one[name] ?? 0), 0)]));
  const [a, b, c, d] = [all(11), all(7), all(5), all(13)];
  const department = lines("示例县教育局", sum(a, b, d));
  const others = [lines("示例县第三小学", a), lines("示例县第一小学", c)] as const;

  it("is told by what its figures are beside the department's", () => {
    const result = held(department, ...others, lines("示例县第二小学", inYuan(b)));
    expect(result.causes[0]).toMatchObject({
      kind: "unit",
      file: "示例县第二小学.xlsx",
      message: expect.stringMatching(/数是元/) as string,
    });
    expect(result.causes.filter(({ kind }) => kind === "unit")).toHaveLength(1);
  });

  it("no unit is, where most of them are so: then it is the department's tables that are in question", () => {
    const [third, first] = [lines("示例县第三小学", inYuan(a)), lines("示例县第一小学", inYuan(c))];
    const result = held(department, third, first, lines("示例县第二小学", b));
    expect(result.causes.filter(({ kind }) => kind === "unit")).toEqual([]);
  });
});

it("what a workbook's own check takes for wrong is said where a unit that is wanting hides it, and once where a finding names it", () => {
  const wrong = filed(withCell(as("甲局", 1), "表5", 26, 4, 1219.34));
  // The sample times two is the sum of its own rows no more.
  const ofFirst = ({ doubts }: UnitsHeld): string[] => doubts.filter((words) => words.startsWith("“甲局”"));
  expect(ofFirst(held(once("全市", 4), wrong, once("乙局", 2)))).toEqual([
    "“甲局”（甲局.xlsx）自己的表就有不符，最可能填错的是 表5!E27（现在 1219.34，应为 1219.43），请先改好再加总。",
  ]);
  expect(ofFirst(held(once("全市", 3), wrong, once("乙局", 2)))).toEqual([]);
});

it("names without a file: neither the department's own, where its 本级 has one, nor a short name of a unit that has one", () => {
  const [a, b, c] = [ownLines("甲", 8), ownLines("乙", 8), ownLines("丙", 8)];
  const named = ["示例县水务局", "县防汛中心", "示例县灌区管理所"];
  const department = lines("示例县水务局", { ...a, ...b, ...c }, named);
  const result = held(department, lines("示例县水务局本级", a), lines("示例县防汛服务中心", b));
  expect(result.causes.map(({ message }) => message)).toEqual([expect.stringContaining("多半缺一个单位的工作簿：“示例县灌区管理所”。")]);
});

it("two files of one unit: the first counts, and that is said", () => {
  const result = held(once("全市", 3), once("甲局", 1), once("乙局", 2), { ...once("甲局", 1), file: "甲局（改）.xlsx" });
  expect(result.causes).toEqual([expect.objectContaining({ kind: "copies", file: "甲局（改）.xlsx" })]);
  expect(result.counts.broken).toBe(0);
});

it("each unit rounds for itself: a tail within the number of addends is none, beyond it is", () => {
  const units = ["甲局", "乙局", "丙局"].map((name) => once(name, 1));
  const off = (total: number): UnitsHeld => held(filed(withCell(as("全市", 3), "表5", 26, 4, total)), ...units);
  // Three addends of 1219.43: 0.02 at most, and more than 0.017 is unlikely (docs/rules.md 0.3).
  expect(said(off(3658.3))).toEqual([]);
  expect(off(3658.31).findings).toEqual([expect.objectContaining({ verdict: "rounding", severity: "warning" })]);
  expect(off(3658.32).findings).toEqual([expect.objectContaining({ verdict: "broken", severity: "error" })]);
});

it("a table that a unit lacks is not added up, and that is said", () => {
  const without = as("乙局", 2);
  const result = held(once("全市", 3), once("甲局", 1), filed({ ...without, sheets: without.sheets.filter(({ name }) => name !== "表6") }));
  expect(result.notAdded).toEqual([{ table: "表6", reason: "“乙局”没有认出这张表" }]);
  expect(result.findings).toEqual([]);
});
