import { checkWorkbook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { catalogue } from "../support/xinjiang";
import type { Finding } from "../../src/checks/report";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

const full = fullWorkbookText();
const inspections = catalogue.filter(({ kind }) => kind === "inspection");

/** One sheet of the good workbook edited; every edit must find its words. */
function edited(sheet: string, ...edits: readonly (readonly [string | RegExp, string])[]): string {
  const parts = full.split(/^(?=# )/m);
  const at = parts.findIndex((part) => part.startsWith(`# ${sheet}\n`));
  const changed = edits.reduce((text, [from, to]) => {
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${sheet} has no ${String(from)}`);
    return after;
  }, parts[at] ?? "");
  return parts.map((part, index) => (index === at ? changed : part)).join("");
}

const withSheet = (sheet: string): string => `${full}\n\n${sheet}`;
const sheetText = (sheet: string): string => full.split(/^(?=# )/m).find((part) => part.startsWith(`# ${sheet}\n`)) ?? "";
const without = (sheet: string): string =>
  full
    .split(/^(?=# )/m)
    .filter((part) => !part.startsWith(`# ${sheet}\n`))
    .join("");
const findings = (text: string): readonly Finding[] => {
  const { recognised, inputs } = openBook(workbookFromText(text));
  return checkWorkbook(recognised, inspections, inputs).findings;
};
const about = (text: string, id: string): string[] =>
  findings(text)
    .filter((finding) => finding.id === id)
    .map(({ verdict, severity, message }) => `${verdict === "broken" ? severity : verdict} ${message}`);

const t5Head = "科目代码 | | | 科目名称 | 一般公共预算支出\n类 | 款 | 项 | | 合计 | 基本支出 | 项目支出";
const bodyOf = /(类 \| 款 \| 项\n)[^]*$/;
const emptyNote = "示例局2026年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。";
const basics = "# 填报-基本信息\n项目 | 内容\n预算年度 | 2026";

describe("what is wrong is found, at its level, in words that say where", () => {
  test.each<[string, string, string, string]>([
    ["S01", "a table is missing", without("表6"), "notRun 缺 1 张表：表6 一般公共预算基本支出情况表"],
    ["S01", "a table is there twice", withSheet(sheetText("表6").replace("# 表6", "# 表6旧")), "error 表6有两张"],
    [
      "S02",
      "another title",
      edited("表6", ["一般公共预算基本支出情况表", "一般公共预算基本支出表"]),
      "warning 表6的表题是“一般公共预算基本支出表”，这套版式的题名是“一般公共预算基本支出情况表”",
    ],
    ["S02", "单位 among 部门", edited("表3", ["部门支出总体情况表", "单位支出总体情况表"]), "warning 表3的表题是“单位支出总体情况表”"],
    [
      "S02",
      "the list of contents differs",
      withSheet("# 目录\n部门收支总体情况表\n财政拨款收支总体情况表"),
      "warning 目录写“财政拨款收支总体情况表”，表4上写“财政拨款收支预算总体情况表”",
    ],
    ["S03", "another organisation", edited("表6", ["示例局", "示例委"]), "error 表6的编制部门是“示例委”，其他表是“示例局”"],
    ["S04", "no unit", edited("表6", ["单位：万元", ""]), "warning 表6没有注明计量单位"],
    ["S04", "another unit", edited("表6", ["单位：万元", "单位：元"]), "warning 表6的计量单位是元，其他表是万元"],
    ["S04", "figures of another unit", edited("表10", [/总计 \| [\d.]+/, "总计 | 99999999.00"]), "error 表10最大的数 99,999,999.00"],
    [
      "S05",
      "last year's title",
      `${edited("表6", ["一般公共预算基本支出情况表", "2025年一般公共预算基本支出情况表"])}\n\n${basics}`,
      "error 表6表题“2025年一般公共预算基本支出情况表”写的是2025年，预算年度是2026年",
    ],
    [
      "S05",
      "last year's cover",
      withSheet(`# 封面\n示例局2025年部门预算公开\n2026年2月10日\n\n${basics}`),
      "error 封面“示例局2025年部门预算公开”写的是2025年",
    ],
    ["S06", "a column is not found", edited("表3", ["基本支出", "基本费用"]), "notRun 表3没有找到列：基本支出"],
    ["S07", "a number kept as text", edited("表6", ["办公费 | 285.00", "办公费 | '285.00"]), "info 表6有 1 格不是数值（以文本存的数）"],
    [
      "S07",
      "words for an amount",
      edited("表6", ["办公费 | 285.00", "办公费 | 见附件"]),
      "error 表6!D17 30201 办公费·合计 写的是“见附件”，读不成数",
    ],
    [
      "S07",
      "an error for an amount",
      edited("表6", ["办公费 | 285.00", "办公费 | #REF!"]),
      "error 表6!D17 30201 办公费·合计 是错误值 #REF!",
    ],
    [
      "S08",
      "whole numbers and single decimals",
      edited("表6", ["办公费 | 285.00", "办公费 | 285."], ["培训费 | 6.00", "培训费 | 2.4"]),
      "info 多数金额列到两位小数，表6有 2 格不是：表6!D17“285”、表6!D19“2.4”",
    ],
    [
      "S08",
      "more decimals stored than shown",
      edited("表6", ["办公费 | 285.00", "办公费 | 285.004~0.00"]),
      "warning 表6有 1 格存的小数多于显示的两位",
    ],
    ["S09", "a negative amount", edited("表6", ["培训费 | 6.00", "培训费 | -6.00"]), "warning 表6有负数：表6!D19“-6.00”"],
    ["S10", "no total row", edited("表6", [/\n[ |]*总计 .*$/m, ""]), "error 表6没有找到合计行"],
    ["S13", "an empty table without a word", edited("表8", [bodyOf, "$1"]), "warning 表8没有数，表下也没有空表说明"],
    [
      "S13",
      "an empty table that says what another has nothing of",
      edited("表8", [bodyOf, `$1${emptyNote.replaceAll("政府性基金", "国有资本经营")}\n\n`]),
      "warning 表8没有数，表下的说明写的却是别的表",
    ],
    ["S13", "a filled table that says it is empty", edited("表8", [/$/, `\n${emptyNote}\n\n`]), "warning 表8有数（"],
    [
      "S14",
      "empty here, money there",
      edited("表8", [bodyOf, `$1${emptyNote}\n\n`]),
      "error 表8写明是空表，表1 2. 政府性基金预算拨款·预算数却有 45.00",
    ],
    ["S15", "blanks and zeros", edited("表6", ["培训费 | 6.00 | ", "培训费 | 6.00 | 0.00"]), "info 表6没有金额的格，有 1 格写0"],
    ["K01", "a broken code", edited("表6", ["302 | 12", "302 | 1X"]), "error 表6!C18 因公出国（境）费用 的科目编码“302 1X”不完整"],
    ["K01", "a lost zero", edited("表6", ["302 | 01", "302 | 1"]), "error 表6!B17 30201 办公费 的编码写作“1”，少了前导0"],
    ["K02", "a code not in the lists", full, "info 表2的科目 22301 解决历史遗留问题及改革成本支出 不在内置科目里"],
    [
      "K03",
      "another name in every table",
      full.replaceAll("| 进修及培训 |", "| 进修和培训 |"),
      "warning 表2、表3、表5的 20508 写作“进修和培训”，科目名称应为“进修及培训”",
    ],
    [
      "K04",
      "two names for one code",
      edited("表3", ["| 进修及培训 |", "| 职业培训 |"]),
      "error 20508 在各表名称不一致：表2“进修及培训”、表3“职业培训”",
    ],
    [
      "K05",
      "out of order",
      edited("表6", [/(302 \| 16 .*\n)(302 \| 17 .*\n)/, "$2$1"]),
      "warning 表6的 30216 培训费 排在 30217 公务接待费 后面",
    ],
    ["K06", "a code twice", edited("表6", [/(302 \| 16 .*\n)/, "$1$1"]), "error 表6的 30216 培训费 出现两次：第19行、第20行"],
    [
      "K07",
      "an item without its group",
      edited("表5", [/205 \| 08 \| +\| .*\n/, ""]),
      "error 表5的 2050803 培训支出 上面没有 20508 款级行",
    ],
    ["K08", "a class without groups", edited("表6", [/310 \| 13 .*\n/, ""]), "warning 表6的 310 资本性支出 下面没有款"],
    [
      "K09",
      "a class under another name",
      edited("表1", ["202 外交支出", "202 外事支出"]),
      "error 表1右侧的 202 写作“外事支出”，模板是“外交支出”",
    ],
    ["K09", "a class left out", edited("表4", [/\| 233 债务发行费用支出/, "| "]), "error 表4右侧缺 1 类：233 债务发行费用支出"],
    [
      "K10",
      "operating cost as personnel",
      edited("表6", ["办公费 | 285.00 |  | 285.00", "办公费 | 285.00 | 285.00 | "]),
      "warning 表6的 30201 办公费 有 285.00 列在人员经费",
    ],
    [
      "K11",
      "a project under 行政运行",
      edited("表5", ["行政运行 | 1000.00 | 1000.00 | ", "行政运行 | 1000.00 | 970.00 | 30.00"]),
      "warning 表5的 2010301 行政运行 有项目支出 30.00",
    ],
    ["K12", "no annuity", edited("表6", [/301 \| 09 .*\n/, ""]), "info 表6有 30108 机关事业单位基本养老保险缴费，没有 30109"],
    [
      "E8c",
      "retirement elsewhere in 303",
      edited("表6", ["303 | 02 | 退休费", "303 | 05 | 生活补助"]),
      "info 表5离退休科目的基本支出 40.00，表6离休费、退休费共 10.00，多 30.00",
    ],
    [
      "E10",
      "annuity beside pension",
      edited("表6", ["职业年金缴费 | 45.00", "职业年金缴费 | 70.00"]),
      "warning 表6的职业年金缴费÷养老保险缴费＝77.78%",
    ],
    [
      "E11",
      "housing fund beside pay",
      edited("表6", ["住房公积金 | 80.00", "住房公积金 | 180.00"]),
      "info 表6的住房公积金÷（基本工资＋津贴补贴＋奖金＋绩效工资）＝27.69%",
    ],
    [
      "E12",
      "union fees beside pay",
      edited("表6", ["工会经费 | 13.00", "工会经费 | 33.00"]),
      "info 表6的工会经费÷（基本工资＋津贴补贴＋奖金＋绩效工资）＝5.08%",
    ],
    [
      "M02",
      "a unit under another name",
      edited("表11", ["示例服务中心", "示例市服务中心"]),
      "warning 表11的单位“示例市服务中心”不在表7的单位里",
    ],
    [
      "M03",
      "cost of one vehicle",
      withSheet("# 填报-其他事项\n类别 | 项目 | 数值 | 计量单位\n国有资产 | 一般公务用车数量 | 2.0 | 辆"),
      "info 表10公务用车运行费 28.00，车辆 2 辆，平均每辆 14.00 万元",
    ],
    [
      "F703",
      "a project without money",
      edited("表7", [/ \| 档案整理 \| 15\.00 .*/, " | 档案整理 | |"]),
      "warning 表7的项目“档案整理”没有金额",
    ],
    [
      "F703",
      "a project without a name below its subject",
      edited("表7", [" | 档案整理 | 15.00", " | | 15.00"]),
      "warning 表7第11行有金额，没有项目名称",
    ],
    [
      "X711b",
      "a project under another name",
      edited("表11", ["平台建设", "平台建设费"]),
      "error 表11的项目“平台建设费”不在表7里，表7写作“平台建设”",
    ],
    [
      "X23a",
      "a subject in one table only",
      edited("表2", [/(221 \| 02 \| 01 .*\n)/, "$1221 | 02 | 03 | 购房补贴\n"]),
      "warning 表2列了 2210203 购房补贴（没有金额），表3没有这个科目",
    ],
  ])("%s: %s", (id, _, text, expected) => expect(about(text, id)).toContainEqual(expect.stringContaining(expected) as unknown));
});

describe("what is right is left alone", () => {
  test.each<[string, string, string]>([
    ["E11", "绩效工资 is pay", edited("表6", ["津贴补贴", "绩效工资"], ["301 | 02 |", "301 | 07 |"])],
    ["S05", "a date on the cover is no budget year", withSheet(`# 封面\n示例局2026年部门预算公开\n2025年12月31日\n\n${basics}`)],
    ["S05", "a document's number in brackets", withSheet(`# 封面\n财预〔2016〕143号\n\n${basics}`)],
    ["S13", "an empty table that says so", edited("表8", [bodyOf, `$1${emptyNote}\n\n`])],
    ["S02", "the year before a title", edited("表6", ["一般公共预算基本支出情况表", "2026年一般公共预算基本支出情况表"])],
    ["K01", "a signature in the code column", edited("表6", [/$/, "\n负责人：某某 | | | | 制表人：某某\n\n"])],
    ["K02", "an economic code is looked up among economic subjects", edited("表6", [/$/, "\n\n"]).replace(/2120803|2230105/g, "2010399")],
    ["K06", "one project under two units", edited("表7", ["热线服务", "平台建设"])],
    ["S07", "blank cells", edited("表6", ["办公费 | 285.00 |  |", "办公费 | 285.00 | |"])],
  ])("%s: %s", (id, _, text) => expect(about(text, id).filter((message) => !message.startsWith("info 表2的科目"))).toEqual([]));
});

test("a total whose formula leaves the last row out names the row", () => {
  const text = `
# 表11
财政拨款委托业务费支出情况表
编制部门：示例局 | | | | 单位：万元
项目名称 | 合计 | 资金来源
 | | 一般公共预算 | 政府性基金 | 国有资本经营预算
一期工程费 | 1.00 | 1.00
二期工程费 | 2.00 | 2.00
三期工程费 | 3.00 | 3.00
总计 | =SUM(B5:B6)~3.00 | =SUM(C5:C7)~6.00`;
  expect(about(text, "S11")).toEqual(["info 表11!B8 的公式 =SUM(B5:B6) 漏了第7行 三期工程费。"]);
});

test("repeated headings of a second page are skipped, not read as rows, and said so", () => {
  const text = edited("表5", [/(208 \| {2}\| {2}\| .*\n)/, `${t5Head}\n$1`]);
  expect(about(text, "S12")).toContainEqual(expect.stringContaining("表5第"));
  expect(checkWorkbook(recogniseWorkbook(workbookFromText(text))).counts.broken).toBe(0);
});

test("单位资金 that no subject of 表2 lists", () => {
  const rows = recogniseWorkbook(workbookFromText(full)).tables.get("income");
  expect(rows?.columns.get("单位资金")?.position).toBe(13);
  const blanked = edited("表2", [/^((?:[^|\n]*\|){13}) 50\.00/gm, "$1 "]);
  expect(about(blanked, "M01")).toEqual(["info 表1有单位资金 50.00，表2没有一个科目列单位资金。"]);
});
