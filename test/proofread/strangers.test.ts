import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook } from "../../src/book/open";
import { checkBook } from "../../src/book/check";
import { proofread } from "../../src/proofread/proofread";
import { workbookFromText } from "../support/workbook-text";
import type { PlainSheet } from "../../src/workbook/plain";
import { line, serious } from "./support";

/** All tables below one another on one sheet, a row apart. */
function onOneSheet(sheets: readonly PlainSheet[]): PlainSheet {
  const [first] = sheets;
  if (!first) throw new Error("no sheet");
  const all = sheets.flatMap((sheet) => sheet.values.map((_, row) => ({ sheet, row })));
  const rows = <T>(of: (sheet: PlainSheet) => readonly (readonly T[])[]): (readonly T[])[] =>
    all.map(({ sheet, row }) => of(sheet)[row] ?? []);
  return {
    ...first,
    name: "公开表",
    values: rows(({ values }) => values),
    formats: rows(({ formats }) => formats),
    formulas: rows(({ formulas }) => formulas),
  };
}

/** An invented office of a province whose form nobody knows, in the words of the ministry's model that several families share. */
const read = (name: string): string => readFileSync(path.join(__dirname, "texts/tables", `${name}.txt`), "utf8");
const against = openBook(workbookFromText(read("stranger-2023"), "stranger.xlsx"));
const TEXT = read("stranger-2023-said");

test.each([
  ["with its tables", against],
  ["alone", null],
])("what is right is of no family, and nothing is said of it, %s", (_, book) => {
  const report = proofread(TEXT.split("\n"), book);
  expect([report.sentences, serious(report).map(line)]).toEqual([null, []]);
});

test.each([
  ["临溪县茶产业发展中心2023年收入预算", "临溪县茶产业发展中心2021年收入预算", "warning year 2021→"],
  ["临溪县茶产业发展中心2023年支出预算1", "示范县水利局2023年支出预算1", "warning name 示范县水利局→"],
  [
    "临溪县茶产业发展中心2023年财政拨款收支总预算",
    "临溪县茶叶业发展中心2023年财政拨款收支总预算",
    "error name 临溪县茶叶业发展中心→临溪县茶产业发展中心",
  ],
  ["截至2022年12月31日", "截至2020年12月31日", "warning year 2020→"],
  // Both figures are shown, and none is proposed: nobody knows what such a sentence ought to say.
  ["基本支出711.35万元", "基本支出717.35万元", "warning share 717.35万元，占36.03%→"],
  ["其他收入22.00万元，占1.11%", "其他收入22.00万元，占1.41%", "warning share 22.00万元，占1.41%→"],
  ["（类）农业农村（款）", "（类）农业农材（款）", "warning wording 农业农材→农业农村"],
  ["减少的主要原因是压减接待批次", "增加的主要原因是压减接待批次", "warning direction 增加→"],
])("%s → %s", (from, to, told) => {
  expect(TEXT).toContain(from);
  expect(proofread(TEXT.replace(from, to).split("\n"), against).findings.map(line)).toContain(told);
});

/** Offices of a family word their sentences as they like under headings that its form settles: the words that lead to an amount are everybody's. */
test("a text with as many of a family's words, and few of its headings, is of none", () => {
  const text = read("stranger-leads-said");
  const report = proofread(text.split("\n"), null);
  expect([report.sentences, report.findings.map(line)]).toEqual([null, []]);
});

/** Nine invented offices of as many provinces: their tables are laid out and worded as those provinces publish theirs. */
const EVERY = "overview income expenditure fiscal general basic funds stateCapital threePublic";
describe.each([
  // 收入、支出 as lists of lines, codes in brackets before the names, one amount a row.
  ["stranger-lists", EVERY, 3],
  // 类 款 项, items alone under the one unit; money granted this year and carried over side by side.
  ["stranger-units", EVERY, 2],
  // The ministry's model, which several families follow, with several units; numbered otherwise than any of them.
  ["stranger-model", EVERY, 1],
  // 基本支出 and 项目支出 are headings over their parts alone.
  ["stranger-groups", EVERY.replace("stateCapital ", ""), 1],
  // What was carried out last year beside the budget, and money that goes on to next year.
  ["stranger-carried", EVERY, 0],
  // Rows and columns numbered, every class of expenditure printed, the basic expenditure divided where it is told.
  ["stranger-numbered", EVERY, 0],
  // In 元, tables and text.
  ["stranger-yuan", EVERY, 1],
  // The treasury's money first, last year's budget beside this year's.
  ["stranger-treasury", EVERY.replace("stateCapital ", ""), 1],
  // The narrative is 第一部分; a table that nobody knows stands between those that are known.
  ["stranger-first-part", EVERY.replace("stateCapital ", ""), 2],
  // What is bought has tables of its own, each project a sheet of goals; “三公”经费 is published elsewhere.
  ["stranger-purchases", EVERY.replace(" threePublic", ""), 5],
  // The narrative is two parts; last year's “三公”经费 stands before this year's, beside what meetings cost.
  ["stranger-purposes", "overview income fiscal basic threePublic", 10, 9],
  // Expenditure by 基本支出 and 项目支出, zeros left out behind the point.
  ["stranger-spending", EVERY, 2, 3, EVERY.replace("stateCapital ", "")],
] as const)("%s", (name, keys, unread, unreadTogether: number = unread, keysTogether: string = keys) => {
  const workbook = workbookFromText(read(name), `${name}.xlsx`);
  const book = openBook(workbook);
  const together = openBook({ ...workbook, sheets: [onOneSheet(workbook.sheets)] });

  test("is of no family, and what it has is found, on sheets of its own as on one", () => {
    for (const [{ recognised }, found, left] of [
      [book, keys, unread],
      [together, keysTogether, unreadTogether],
    ] as const) {
      expect(recognised.template.family).toBeNull();
      expect([...recognised.tables.keys()].join(" ")).toBe(found);
      expect(recognised.unread.length).toBe(left);
    }
  });

  test("nothing that is right is said to be wrong", () => {
    for (const one of [book, together])
      expect(
        checkBook(one).findings.flatMap(({ verdict, severity, message }) => (verdict === "broken" && severity !== "info" ? [message] : [])),
      ).toEqual([]);
    for (const one of [book, null]) expect(serious(proofread(read(`${name}-said`).split("\n"), one)).map(line)).toEqual([]);
  });
});

test("tables that nobody numbers, three of them under titles of no family that has the others, are of no family", () => {
  const text = read("stranger-purchases").replace(/^# .*\n单位公开表.*\n(.*表)$/gm, "# $1\n$1");
  expect(openBook(workbookFromText(text, "stranger.xlsx")).recognised.template.family).toBeNull();
});

test("a fault in such tables is told", () => {
  const told = (name: string, from: string, to: string): readonly string[] => {
    const text = read(name);
    expect(text).toContain(from);
    const { findings } = checkBook(openBook(workbookFromText(text.replace(from, to), "stranger.xlsx")));
    return findings.flatMap(({ id, verdict, severity }) => (verdict === "broken" && severity === "error" ? [id] : []));
  };
  const lists = read("stranger-lists");
  const total = /^收入总计 \| ([\d.]+)$/m.exec(lists)?.[0] ?? "";
  expect(told("stranger-lists", total, `${total.slice(0, -1)}${total.endsWith("1") ? "2" : "1"}`)).toContain("X12a");
  const car = /^2\.公务用车运行维护费 \| [\d.]+$/m.exec(lists)?.[0] ?? "";
  expect(told("stranger-lists", car, "2.公务用车运行维护费 | 9999.00")).toEqual(expect.arrayContaining(["F1002"]));
});

test("beside the codes of another classification each line is still added up, and the wrong figure is the one that is blamed", () => {
  // 197.08 of 奖金 and nothing else: 197.08, where 403.51 or 261.31 might have been mistyped by as much.
  const text = read("stranger-groups");
  expect(text).toContain("工资福利支出 | 197.08 | 197.08");
  const { findings, suspects } = checkBook(
    openBook(workbookFromText(text.replace("工资福利支出 | 197.08 | 197.08", "工资福利支出 | 192.08 | 197.08"), "stranger.xlsx")),
  );
  expect(findings.flatMap(({ id, verdict }) => (verdict === "broken" ? [id] : []))).toContain("F601");
  expect(suspects.map(({ value, expected }) => [value, expected])).toEqual([["192.08", "197.08"]]);
});

/** Sums of tables and columns that nobody knows: their headings, and that all the others come out, make them certain. */
test.each([
  // 150.70 + 53.41 = 204.11
  ["stranger-model", "204.11 | 150.70 |  |  | 53.41", "204.11 | 150.07 |  |  | 53.41", "G01"],
  // 150.70 + 76.50 + 283.77 = 510.97
  ["stranger-model", "合计 |  |  | 1422.19 | 510.97", "合计 |  |  | 1422.19 | 501.97", "G02"],
  // 1,209.56 + 405.41 = 1,614.97, where 基本支出 and 项目支出 have no column of their own
  ["stranger-groups", "1614.97 | 1209.56 |  | 405.41", "1614.97 | 1209.65 |  | 405.41", "G01"],
  // 320.61 + 27.87 + 104.66 = 453.14, of the year before
  ["stranger-treasury", "机关事业单位基本养老保险缴费支出 | 320.61", "机关事业单位基本养老保险缴费支出 | 326.01", "G03"],
  // 3,584.09 + 53.41 = 3,637.50; 177.89 of last year's beside 9,503.70
  ["stranger-model", "九、其他收入 | 266.53", "九、其他收入 | 260.53", "G07"],
  ["stranger-model", "本年收入合计 | 3584.09", "本年收入合计 | 3548.09", "G07"],
  // Last year: 23.68 + 7.34 + 7.85 = 38.87; bought: 84.81 of goods
  ["stranger-treasury", "38.87 | 23.68", "38.78 | 23.68", "G08"],
  ["stranger-treasury", "货物类 | 84.81 |  | 84.81", "货物类 | 84.18 |  | 84.81", "G08"],
  // One unit below the total: 9.68 in both
  ["stranger-units", "局 | 26.73 | 10.12 | 9.68", "局 | 26.73 | 10.12 | 9.86", "G02"],
  // One column of money below the total: 22.82 in both
  ["stranger-purchases", "货物 | 22.82 | 22.82", "货物 | 22.28 | 22.82", "G01"],
  // Goals: 209.27 + 266.53 = 475.80
  ["stranger-purchases", "其他资金 | 266.53", "其他资金 | 226.53", "G04"],
  // 1,684.39 in the table of projects
  [
    "stranger-purchases",
    "年度资金总额： | 1684.39\n |  | 其中：财政拨款 | 1684.39",
    "年度资金总额： | 1648.39\n |  | 其中：财政拨款 | 1648.39",
    "G05",
  ],
  ["stranger-purchases", "项目名称 |  | 业务工作经费", "项目名称 |  | 业务工作费", "G05"],
  // 20 + 10 + 10 + 10 + 30 + 10 = 90, and five more; in a list of all projects 20 + 10 + 10 + 10 + 40 + 10 = 100
  ["stranger-purchases", "任务完成合格率 | ≥95% | 10.", "任务完成合格率 | ≥95% | 15.", "G06"],
  ["stranger-spending", "任务完成合格率 | ≥95% | 10.", "任务完成合格率 | ≥95% | 1.", "G06"],
] as const)("%s: %s → %s", (name, from, to, id) => {
  const text = read(name);
  expect(text).toContain(from);
  const { findings } = checkBook(openBook(workbookFromText(text.replace(from, to), "stranger.xlsx")));
  expect(findings.flatMap(({ verdict, ...one }) => (verdict === "broken" ? [one.id] : []))).toContain(id);
});

/** Faults put into what those offices say, each told at its words with what the tables have. */
test.each([
  // 3,266.51 ÷ 3,873.81 = 84.32 %
  ["stranger-units", "占84.32%；住房", "占84.23%；住房", "warning share 3266.51万元，占84.23%→"],
  ["stranger-units", "卫生健康支出77.78万元，占2.01%；", "", "warning missing →"],
  ["stranger-units", "行政单位医疗（项）：2024年预算数为77.78", "行政单位医疗（项）：2024年预算数为62.67", "warning figure 62.67→"],
  ["stranger-units", "行政单位医疗（项）：2024年", "行政单位医疗（项）：2022年", "warning year 2022→"],
  ["stranger-units", "增加1.13万元，增长13.22%", "减少1.13万元，增长13.22%", "error direction 减少1.13万元，增长13.22%→"],
  ["stranger-units", "卫生健康支出77.78万元、", "卫生健某支出77.78万元、", "warning name 卫生健某→卫生健康"],
  ["stranger-units", "收支总预算4511.33万元，较", "收支总预算4511.33元，较", "warning wording 元→"],
  // 2,215.31 + 1,422.19 = 3,637.50, the total of the tables.
  ["stranger-model", "部门支出预算3,637.50", "部门支出预算3,673.50", "warning sum 3,673.50→"],
  ["stranger-model", "人员经费1,809.90", "人员经费1,809.09", "warning figure 1,809.09→"],
  ["stranger-yuan", "人员经费11964633.83元", "人员经费11964638.83元", "warning figure 11964638.83→"],
  // Of a project, in a table that nobody knows: 204.11 there.
  ["stranger-model", "1.业务工作经费204.11", "1.业务工作经费204.17", "warning figure 204.17→"],
  // The table has none.
  ["stranger-units", "安排公务用车购置费0万元", "安排公务用车购置费6.79万元", "warning figure 6.79→"],
  // What stands in 元 here is told of as such.
  ["stranger-numbered", "涉及资金1827.69万元", "涉及资金1827.69元", "warning wording 元→"],
  ["stranger-numbered", "（三）公务接待费。2023年预算安排18.65", "（三）公务接待费。2023年预算安排35.82", "warning figure 35.82→"],
  // A keystroke from 公用经费, which is 405.41.
  ["stranger-numbered", "机关运行经费405.41", "机关运行经费450.41", "warning figure 450.41→"],
  // Behind its code, and with a zero left out; what is told below a heading of its own.
  [
    "stranger-spending",
    "2080505-机关事业单位基本养老保险缴费支出364.79",
    "2080505-机关事业单位基本养老保险缴费支出31.24",
    "warning figure 31.24→",
  ],
  ["stranger-spending", "收入预算为4256.13", "收入预算为4256.31", "warning figure 4256.31→"],
  [
    "stranger-spending",
    "2023年预算安排8.33万元，其中",
    "2023年预算安排9.33万元，其中",
    "warning sum 9.33万元，其中：公务用车运行费8.33万元，公务用车购置费0万元→",
  ],
  // （项）2025年预算: of the year of the others.
  ["stranger-purchases", "事业单位离退休（项）2025年", "事业单位离退休（项）2023年", "warning year 2023→"],
  // The part of the narrative that is 第二部分.
  ["stranger-purposes", "行政单位医疗（2101101）37.48", "行政单位医疗（2101101）6.98", "warning figure 6.98→"],
] as const)("%s: %s → %s", (name, from, to, told) => {
  const text = read(`${name}-said`);
  expect(text).toContain(from);
  const book = openBook(workbookFromText(read(name), `${name}.xlsx`));
  const found = proofread(text.replace(from, to).split("\n"), book).findings.map(line);
  expect(found).toContain(told);
});

/** What the text alone says: a sum of paragraphs, of changes, of a list behind a colon, a share by the name of its whole. */
test.each([
  // 0 + 35.82 + 18.65 = 54.47
  ["stranger-numbered", "预算安排54.47万元", "预算安排57.47万元", "warning sum 57.47→"],
  // −29.22 − 99.62 = −128.84
  ["stranger-numbered", "基本支出减少29.22", "基本支出增加29.22", "warning sum 增加29.22万元→"],
  // −38.76 + 458.22 = 419.46
  ["stranger-treasury", "项目支出预算增加458.22", "项目支出预算减少458.22", "warning sum 减少458.22万元→"],
  // 1.04 − 0.55 = 0.49
  ["stranger-treasury", "比2024年减少0.55", "比2024年增加0.55", "warning sum 增加0.55万元→"],
  // 84.81 + 64.10 + 486.01 = 634.92
  [
    "stranger-treasury",
    "政府采购服务预算468.01万元；",
    "政府采购服务预算486.01万元；",
    "error sum 616.92万元：政府采购货物预算84.81万元、政府采购工程预算64.10万元、政府采购服务预算486.01万元→",
  ],
  // 2,633.20 − 279.59 = 2,353.61; 279.59 ÷ 2,353.61 = 11.9 %
  [
    "stranger-groups",
    "一般公共预算收支预算增加279.59万元，增长11.9%",
    "一般公共预算收支预算增加297.59万元，增长11.9%",
    "error change 2633.2万元，政府性基金收支预算0万元。与2021年相比，一般公共预算收支预算增加297.59万元，增长11.9%→",
  ],
  // 2,535 + 1,827.69 = 4,362.69; what 基本支出 is divided into is no part beside it.
  [
    "stranger-numbered",
    "其中基本支出2355万元",
    "其中基本支出2535万元",
    "error sum 4182.69万元，其中基本支出2535万元，包括人员经费1949.59万元和日常公用经费405.41万元；项目支出1827.69万元→",
  ],
  // What there is of assets is told as of the end of 2021.
  ["stranger-groups", "2021年期末，我单位", "2020年期末，我单位", "warning year 2020→"],
  ["stranger-treasury", "特种专业技术用车1辆", "特种专业技术用车辆", "warning missing 特种专业技术用车辆→"],
  // 1,241,883.32 ÷ 15,228,044.95 = 8.16 %
  ["stranger-yuan", "占支出总预算8.16%", "占支出总预算8.61%", "warning share 1241883.32元，占支出总预算8.61%→"],
  // 15,228,044.95 − 1,750,947.47 = 13,477,097.48; 1,750,947.47 ÷ 13,477,097.48 = 12.99 %
  [
    "stranger-yuan",
    "增加1750947.47元，增长12.99%。其中",
    "增加1750947.47元，增长19.29%。其中",
    "error change 15228044.95元，同比增加1750947.47元，增长19.29%→",
  ],
  // Goods, works and services are all there is to buy: 59.84 + 298.94 = 358.78.
  [
    "stranger-purposes",
    "、政府采购服务类预算162.61万元。",
    "。",
    "warning missing 521.39万元，其中政府采购货物类预算59.84万元、政府采购工程类预算298.94万元→",
  ],
  ["stranger-purposes", "（4.85%），增加的主要", "（4.85%），减少的主要", "warning direction 减少→"],
  ["stranger-purposes", "（57.27%）", "（57.27个百分点）", "warning change 57.27个百分点→57.27%"],
  ["stranger-purposes", "（57.27%）", "（%）", "error missing →"],
  ["stranger-yuan", "社会保障和就业支出类科目", "社会保某和就业支出类科目", "warning name 社会保某和就业支出→"],
] as const)("alone, %s: %s → %s", (name, from, to, told) => {
  const text = read(`${name}-said`);
  expect(text).toContain(from);
  expect(proofread(text.replace(from, to).split("\n"), null).findings.map(line)).toContain(told);
});

/** What is right in the manners of other provinces: of none of it anything is said. */
describe("right in another manner", () => {
  const workbook = workbookFromText(`
# 1.收支预算总表
收支预算总表
填报单位：[031004]岚溪县广播电视局 | | | 单位：万元
收入 | | 支出 |
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | 1240.10 | 一、文化旅游体育与传媒支出 | 1180.10
二、政府性基金预算拨款收入 | | 二、社会保障和就业支出 | 100.00
三、国有资本经营预算拨款收入 | | |
四、其他收入 | 40.00 | |
本年收入合计 | 1280.10 | 本年支出合计 | 1280.10
收入总计 | 1280.10 | 支出总计 | 1280.10
# 2.部门收入总表
部门收入总表
填报单位：[031004]岚溪县广播电视局 | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 上年结转 | 财政拨款 | | 其他收入
| | | | 小计 | 一般公共预算拨款 |
合计 | | 1280.10 | 30.00 | 1210.10 | 1210.10 | 40.00
207 | 文化旅游体育与传媒支出 | 1180.10 | 30.00 | 1110.10 | 1110.10 | 40.00
20708 | 广播电视 | 1180.10 | 30.00 | 1110.10 | 1110.10 | 40.00
2070801 | 行政运行 | 820.10 | | 820.10 | 820.10 |
2070806 | 监测监管 | 120.00 | 30.00 | 90.00 | 90.00 |
2070808 | 广播电视事务 | 240.00 | | 200.00 | 200.00 | 40.00
208 | 社会保障和就业支出 | 100.00 | | 100.00 | 100.00 |
20805 | 行政事业单位养老支出 | 100.00 | | 100.00 | 100.00 |
2080505 | 机关事业单位基本养老保险缴费支出 | 60.00 | | 60.00 | 60.00 |
2080506 | 机关事业单位职业年金缴费支出 | 40.00 | | 40.00 | 40.00 |
# 3.财政拨款收支总表
附表3
财政拨款收支总表
填报单位：[031004]岚溪县广播电视局 | | | 单位：万元
收入 | | 支出 |
项目 | 预算数 | 项目 | 预算数
一、本年收入 | 1210.10 | 一、本年支出 | 1240.10
（一）一般公共预算资金 | 1210.10 | （一）文化旅游体育与传媒支出 | 1140.10
（二）政府性基金预算资金 | | （二）社会保障和就业支出 | 100.00
二、上年结转 | 30.00 | 二、结转下年 |
收入总计 | 1240.10 | 支出总计 | 1240.10
# 4.一般公共预算支出表
附表4
一般公共预算支出表
填报单位：[031004]岚溪县广播电视局 | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | | | 项目支出
| | | 小计 | 人员经费 | 公用经费 |
1 | 2 | 3 | 4 | 5 | 6 | 7
207 | 文化旅游体育与传媒支出 | 1140.10 | 820.10 | 700.00 | 120.10 | 320.00
20708 | 广播电视 | 1140.10 | 820.10 | 700.00 | 120.10 | 320.00
2070801 | 行政运行 | 820.10 | 820.10 | 700.00 | 120.10 |
2070806 | 监测监管 | 120.00 | | | | 120.00
2070808 | 广播电视事务 | 200.00 | | | | 200.00
208 | 社会保障和就业支出 | 100.00 | 100.00 | 100.00 | |
20805 | 行政事业单位养老支出 | 100.00 | 100.00 | 100.00 | |
2080505 | 机关事业单位基本养老保险缴费支出 | 60.00 | 60.00 | 60.00 | |
2080506 | 机关事业单位职业年金缴费支出 | 40.00 | 40.00 | 40.00 | |
合计 | | 1240.10 | 920.10 | 800.00 | 120.10 | 320.00
# 5.一般公共预算基本支出表
附表5
一般公共预算基本支出表
填报单位：[031004]岚溪县广播电视局 | | | 单位：万元
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
合计 | | 920.10 | 800.00 | 120.10
301 | 工资福利支出 | 800.00 | 800.00 |
30101 | 基本工资 | 700.00 | 700.00 |
30108 | 机关事业单位基本养老保险缴费 | 60.00 | 60.00 |
30109 | 职业年金缴费 | 40.00 | 40.00 |
302 | 商品和服务支出 | 120.10 | | 120.10
30201 | 办公费 | 120.10 | | 120.10
# 6.项目支出表
项目支出表
填报单位：[031004]岚溪县广播电视局 | | | 单位：元
项目名称 | 合计 | 一般公共预算 | 单位资金
监测设备维护 | 1200003 | 900002 | 300001
应急广播 | 2400001 | 1600000 | 800000
影视惠民 | 500001 | 250000 | 250000
网络安全 | 250001 | 250001 |
合计 | 4350006 | 3000003 | 1350002
`);
  const book = openBook(workbook);

  test("tables: columns numbered alone, one column below its group, shares in whole 元, an office's number before its name", () => {
    expect(book.recognised.template.family).toBeNull();
    expect([...book.recognised.tables.keys()].join(" ")).toBe("overview income fiscal general basic");
    expect(book.recognised.exchangedTitles).toEqual([]);
    expect(book.recognised.organisation).toBe("岚溪县广播电视局");
    expect(
      checkBook(book).findings.flatMap(({ id, verdict, message }) => (verdict === "broken" && /^G|S02/.test(id) ? [message] : [])),
    ).toEqual([]);
  });

  // 30 - 24 = 6, 6 ÷ 24 = 25 %; 4 + 3 + 3 = 10, 10 - 11.5 = -1.5; 800 + 120.1 = 920.1
  test("sentences: last year's money carried over, a whole compared behind its parts, expenditure divided in two ways, a form's own note", () => {
    const text = [
      "岚溪县广播电视局2025年部门预算情况说明",
      "岚溪县广播电视局2025年上年结转30.00万元，比2024年24.00万元增加6.00万元，增长25.00%。",
      "公务用车运行费2025年预算数10.00万元，其中：加油4.00万元，维修3.00万元，保险3.00万元，与2024年预算数11.50万元相比减少1.50万元。",
      "按支出项目类别划分：基本支出920.10万元，占支出预算总额的71.88%，其中：工资福利支出800.00万元、商品和服务支出120.10万元；项目支出360.00万元，占支出预算总额的28.12%。",
      "按支出经济分类划分：工资福利支出800.00万元；商品和服务支出480.10万元。",
      "注：若为空表，则为该部门（单位）无政府性基金收支",
    ];
    for (const one of [book, null]) expect(serious(proofread(text, one)).map(line)).toEqual([]);
  });
});

test("what a sheet has that nobody reads is no slip of what the tables have under the name", () => {
  // 12.07 of 公务接待费, which 13.07 is a keystroke from.
  const told = (more: string): readonly string[] => {
    const book = openBook(workbookFromText(`${read("stranger-spending")}${more}`, "stranger.xlsx"));
    return serious(proofread(["公务接待费13.07万元，主要用于接待来访人员。"], book)).map(line);
  };
  expect(told("")).toEqual(["warning figure 13.07→"]);
  expect(told("\n# 分季\n各季度\n合计 | 13.07\n")).toEqual([]);
});

test("what differs from a total by another total is no slip of it", () => {
  const book = openBook(workbookFromText(read("stranger-spending").replaceAll("30.13", "30.00"), "stranger.xlsx"));
  const told = (amount: string): readonly string[] =>
    serious(proofread([`纳入绩效管理的项目2个，涉及资金${amount}万元，均已编制目标。`], book)).map(line);
  // 4001.35 of the general budget and 30.00 of other income; 4001.15 is a keystroke from the one alone.
  expect(told("4031.35")).toEqual([]);
  expect(told("4001.15")).toEqual(["warning figure 4001.15→"]);
});
