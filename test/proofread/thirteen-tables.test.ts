import { readFileSync } from "node:fs";
import path from "node:path";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { proofread } from "../../src/proofread/proofread";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { judged } from "../../src/review/review";
import { workbookFromText, withCell } from "../support/workbook-text";
import { line, serious } from "./support";

/** Invented offices of Jiangsu after 2021: their thirteen tables, and what they say of them. */
const read = (name: string): string => readFileSync(path.join(__dirname, "texts/tables", `${name}.txt`), "utf8");
const YEARS = ["2022", "2025"] as const;
const workbookOf = (year: string): PlainWorkbook => workbookFromText(read(`jiangsu-2021-${year}`), `${year}.xlsx`);
const textOf = (year: string): string => read(`jiangsu-2021-${year}-said`);

const brokenIn = (workbook: PlainWorkbook): readonly string[] =>
  checkBook(openBook(workbook)).findings.flatMap(({ id, verdict, severity }) =>
    severity !== "info" && (verdict === "broken" || verdict === "notRun") ? [id] : [],
  );
const cellOf = (workbook: PlainWorkbook, name: string, label: string, column: number): PlainWorkbook => {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const row = sheet?.values.findIndex((cells) => cells.includes(label)) ?? -1;
  const value = sheet?.values[row]?.[column];
  if (typeof value !== "number") throw new Error(`${name} ${label}`);
  return withCell(workbook, name, row, column, Math.round((value + 30) * 100) / 100);
};

describe.each(YEARS)("thirteen tables of %s", (year) => {
  const workbook = workbookOf(year);

  test.each([
    ["by their own names", workbook],
    [
      "in sheets that say nothing",
      { ...workbook, sheets: workbook.sheets.map((sheet, at) => ({ ...sheet, name: `Sheet${String(at + 1)}` })) },
    ],
  ])("are recognised %s, and hold", (_, given) => {
    const { recognised } = openBook(given);
    expect([recognised.template.family, recognised.template.id, recognised.tables.size]).toEqual(["jiangsu-2021", "2021-13", 13]);
    expect([recognised.missing, recognised.unread, brokenIn(given)]).toEqual([[], [], []]);
  });

  test("nothing is said of what is right, with the tables and without", () => {
    for (const against of [openBook(workbook), null]) expect(serious(proofread(textOf(year).split("\n"), against)).map(line)).toEqual([]);
  });
});

test.each([
  // What one table says and another says, too, or what is made up of parts.
  ["收支总表", "一、一般公共预算拨款收入", 1, "F101 X12b X14c"],
  ["收支总表", "支出总计", 3, "F111 F114"],
  ["收入总表", "106001", 4, "F205"],
  ["支出总表", "2050302", 4, "F301 F303"],
  ["财政拨款收支总表", "一、本年收入", 1, "F401a F401b"],
  ["财政拨款支出表（功能科目）", "2210201", 4, "F406 F407"],
  ["财政拨款基本支出表（经济科目）", "30113", 3, "F410 F411"],
  ["一般公共预算支出表（功能科目）", "2050302", 6, "F501 F503"],
  ["一般公共预算基本支出表", "30206", 4, "F601 F602"],
  ["政府性基金预算支出表", "2296003", 4, "F801 F803"],
  ["机关运行经费", "30206", 2, "F421"],
  ["政府采购支出表", "工程", 6, "F1301 F1302"],
])("%s, %s: another figure is told", (sheet, label, column, ids) => {
  expect(brokenIn(cellOf(workbookOf("2025"), sheet, label, column))).toEqual(expect.arrayContaining(ids.split(" ")));
});

test("a name that the tables settle is not set right by another one of the classification that is as near", () => {
  const renamed = (words: string): string => words.replaceAll("用于教育事业的彩票公益金支出", "用于体育事业的彩票公益金支出");
  const against = openBook(workbookFromText(renamed(read("jiangsu-2021-2025")), "2025.xlsx"));
  const text = renamed(textOf("2025")).replace("用于体育事业的彩票公益金支出（项）支出", "用于管育事业的彩票公益金支出（项）支出");
  const said = proofread(text.split("\n"), against).findings.filter(({ quote }) => quote.includes("管育"));
  expect(said.map(({ id, expected }) => [id, expected])).toEqual([["B08", "用于体育事业的彩票公益金支出"]]);
});

test("of a name that stands otherwise in one of many tables none is put into the text", () => {
  const tables = read("jiangsu-2021-2025");
  const name = "中等职业教育";
  const count = tables.split(name).length - 1;
  expect(count).toBeGreaterThan(2);
  const offered = Array.from({ length: count }, (_, wrong) => {
    let at = 0;
    const workbook = workbookFromText(
      tables.replaceAll(name, (one) => (at++ === wrong ? "中等职业教肓" : one)),
      "2025.xlsx",
    );
    const book = openBook(workbook);
    return proofread(textOf("2025").split("\n"), judged(book, checkBook(book))).findings.filter(({ expected }) =>
      expected.includes("教肓"),
    );
  });
  expect(offered.flat()).toEqual([]);
});

const toldIn = (year: string, from: string, to: string, against = openBook(workbookOf(year))): readonly string[] => {
  const text = textOf(year);
  expect(text).toContain(from);
  return proofread(text.replace(from, to).split("\n"), against).findings.map((one) => `${line(one)} ${one.message}`);
};

test.each([
  ["2025", "（4）财政专户管理资金收入612.50万元", "（4）财政专户管理资金收入621.50万元", "error figure 621.50→612.50"],
  ["2025", "上年结转结余的单位资金90.36万元，占1.09%", "上年结转结余的单位资金90.36万元，占1.90%", "error share 1.90→1.09"],
  [
    "2025",
    "用于教育事业的彩票公益金支出（项）支出65.00万元，主要",
    "用于教育事业的彩票公益金支出（项）支出56.00万元，主要",
    "error figure 56.00→65.00",
  ],
  ["2022", "历史名城与古迹（项）", "历史名成与古迹（项）", "error name 历史名成与古迹→历史名城与古迹"],
  // 12 − 30 + 25 + 0 − 2.5 = 4.5
  ["2022", "支出预算78.5万元，比上年预算增加4.5万元", "支出预算78.5万元，比上年预算减少4.5万元", "error sum 减少4.5万元→"],
  [
    "2022",
    "公务用车购置预算支出25万元，比上年预算增加25万元",
    "公务用车购置预算支出25万元，比上年预算增加52万元",
    "error change 增加52万元→",
  ],
  ["2022", "3．公务接待费预算支出", "3．公务接侍费预算支出", "warning name 公务接侍费→公务接待费"],
  ["2022", "其中，应急保障用车2辆", "其中，应急保障用车8辆", "error sum 3辆，其中，应急保障用车8辆、其他用车1辆→"],
  ["2022", "通用设备1台（套）", "通用设备台（套）", "error missing →"],
  ["2022", "公务接待费支出7.5万元，占“三公”经费的9.55%。", "", "warning missing →"],
])("%s: %s → %s", (year, from, to, told) => {
  expect(toldIn(year, from, to).some((one) => one.startsWith(told))).toBe(true);
});

test("a section that is gone is missed: in the middle by its number, the last one by what is told nowhere", () => {
  const text = textOf("2022");
  const [start, end] = [text.indexOf("二、收入预算情况说明"), text.indexOf("三、支出预算情况说明")];
  expect(toldIn("2022", text.slice(start, end), "").join()).toContain("编号不连续");
  const last = text.slice(text.indexOf("十五、预算绩效"), text.indexOf("第四部分"));
  expect(toldIn("2022", last, "").join()).toContain("没有“预算绩效目标设置情况说明”这一节");
});

test("an item that the list of official names lacks is no slip of another that it has", () => {
  expect(toldIn("2025", "用于体育事业的", "用于体育事业的", null as never).join()).not.toContain("用于体育事业");
});

test("what is left for the next year is compared with nothing, and is no part of what this year spends", () => {
  const carried = workbookOf("2025");
  const sheet = carried.sheets.find(({ name }) => name === "收支总表");
  const row = sheet?.values.findIndex((cells) => cells.includes("年终结转结余")) ?? -1;
  const against = openBook(withCell(withCell(carried, "收支总表", row, 3, 30), "收支总表", row + 1, 3, 8329.57));
  const said = textOf("2025").replace("2.年终结转结余为0万元。", "2.年终结转结余为30.00万元。").split("\n");
  const spent = said.findIndex((one) => one.includes("2025年支出预算合计8,299.57万元")) + 1;
  const told = ({ paragraph, message }: { readonly paragraph: number; readonly message: string }): boolean =>
    paragraph === spent || message.includes("没有与上年比较");
  const { findings: found } = proofread(said, against);
  expect(found.filter(told).map(line)).toEqual([]);
});

test("an amount and its change that have changed places: the sum of the changes blames no other part", () => {
  // 18 − 30 would be −12, and 12 − 18 is what it was.
  const told = toldIn("2022", "预算支出12万元，比上年预算减少18万元", "预算支出18万元，比上年预算减少12万元");
  expect(told.filter((one) => one.startsWith("error")).map((one) => one.split(" ").slice(0, 3).join(" "))).toEqual([
    "error figure 18→12",
    "error sum 减少12万元→",
  ]);
});

test("a name a slip away from a 款 and from the 类 that it is of is not made the 类", () => {
  const told = toldIn("2022", "其他交通费用。", "其他交通费用、其商品和服务支出。", null as never);
  expect(told.join()).not.toContain("→商品和服务支出");
});

describe("the contents of a text that does not print its tables", () => {
  const TABLES = openBook(workbookOf("2025")).recognised.tables;
  const titles = [...TABLES.values()].flatMap(({ title }) => (title ? [title.text.replace(/^\d{4}年(?:度)?/, "")] : []));
  const NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];
  const listing = (change: (title: string, index: number) => string): readonly string[] => [
    "目录",
    "第二部分 2025年度单位预算表",
    ...titles.map((title, index) => `${NUMBERS[index] ?? ""}、${change(title, index)}`),
    ...textOf("2025").split("\n"),
  ];
  const told = (change: (title: string, index: number) => string): readonly string[] =>
    proofread(listing(change), openBook(workbookOf("2025")))
      .findings.filter(({ id }) => id === "B11")
      .map(line);

  test("as the workbook has them, or without the kind of classification", () => {
    expect(titles).toHaveLength(13);
    expect(told((title) => title)).toEqual([]);
    expect(told((title) => title.replace(/（.*）$/, ""))).toEqual([]);
  });

  test("a title of another word, and one listed twice while another is not", () => {
    expect(told((title, index) => (index === 3 ? title.replace("财政", "预算") : title))).toEqual(["warning name 预算拨款收支总表→"]);
    expect(told((title, index) => (index === 2 ? "收入总表" : title))).toEqual(["warning name 收入总表→"]);
  });
});
