/** What stands around the narrative: contents, heads and notes of the tables, parts, sheets of goals, terms, the date. */
import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook, unchanged } from "./support";

const ORGANISATION = "示例市人民政府办公室";
const FUNDS = "政府性基金预算支出情况表";
const CAPITAL = "国有资本经营预算支出情况表";

const table = (number: number, title: string, ...below: readonly string[]): readonly string[] => [
  `表 ${String(number)}`,
  title,
  `编制部门：${ORGANISATION}`,
  "单位：万元",
  "科目代码\t科目名称\t合计",
  ...below,
];
const empty = (title: string): string => `${ORGANISATION}2026年没有安排这项支出，${title}为空表。`;

function report(): readonly string[] {
  const text = rightText();
  const part = (number: string): number => text.findIndex((one) => one.startsWith(`第${number}部分`));
  return [
    "目录",
    ...["第一部分 2026年部门概况", "第二部分 2026年部门预算公开表", "五、一般公共预算支出情况表", "六、一般公共预算基本支出情况表"],
    ...[`八、${FUNDS}`, `九、${CAPITAL}`, "第三部分 2026年部门预算情况说明", "第四部分 名词解释"],
    ...text.slice(0, part("三")),
    "第二部分 2026年部门预算公开表",
    ...table(5, "一般公共预算支出情况表"),
    ...table(6, "一般公共预算基本支出情况表"),
    ...table(8, FUNDS, empty(FUNDS)),
    ...table(9, CAPITAL, empty(CAPITAL)),
    ...text.slice(part("三"), part("四")),
    "第四部分 名词解释",
    ...["基本支出：指为保障机构正常运转安排的支出。", "项目支出：指为完成特定任务安排的支出。"],
    ORGANISATION,
    "2026年2月10日",
  ];
}

/** What is said once the words are changed in the last paragraph that has them, and was not said before. */
async function said(from: string, to: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const paragraphs = report();
  const against = await sampleBook({ inputs: false });
  const at = paragraphs.reduce((found, one, index) => (one.includes(from) ? index : found), -1);
  expect(at).toBeGreaterThanOrEqual(0);
  const before = new Set(unchanged(paragraphs, against).findings.map(({ key }) => key));
  const changed = paragraphs.map((one, index) => (index === at ? one.replace(from, to) : one));
  return proofread(changed, against)
    .findings.filter(({ key, severity }) => severity !== "info" && !before.has(key))
    .map(({ quote, expected }) => [quote, expected]);
}

test.each([
  ["a note that speaks of the table before", "这项支出，国有资本经营预算", "这项支出，政府性基金预算", FUNDS, ""],
  ["a part under the number of another", "第三部分 2026", "第二部分 2026", "第二部分", "第三部分"],
  ["a day that there is not", "2月10日", "2月30日", "2月30日", ""],
  ["an amount in 万 and a character like 元", "251.00 平方米，价值 7.55 万元", "251.00 平方米，价值 7.55 万无", "无", "元"],
  ["a remark of the draft", "任务安排的支出。", "任务安排的支出。【与预算系统核对】", "【与预算系统核对】", ""],
  ["单位 replaced in 预算单位", "从预算单位构成", "从预算部门构成", "部门", "单位"],
  ["a term explained as the one before", "完成特定任务", "保障机构正常运转", "指为保障机构正常运转安排的支出。", ""],
  ["an indicator without its value", ">=95%", "", "工单回访率", ""],
  ["a cost of at least so much", "<=62 万元", ">=62 万元", ">=62 万元", ""],
  ["a value without what it is counted in", "=6 个", "=6", "=6", ""],
])("%s", async (_what, from, to, quote, expected) => {
  expect(await said(from, to)).toContainEqual([quote, expected]);
});

test("a table's title that lacks a word, the contents and the workbook have it", async () => {
  const paragraphs = report().map((one, index, all) => (all[index - 1] === "表 9" ? "国有资本经营支出情况表" : one));
  const { findings } = proofread(paragraphs, await sampleBook({ inputs: false }));
  expect(findings.filter(({ quote }) => quote === "国有资本经营支出情况表").map(({ expected }) => expected)).toEqual([CAPITAL]);
});

test("a goal that was not written", async () => {
  const paragraphs = report().map((one) => (one.startsWith("项目总体目标") ? "项目总体目标\t" : one));
  const { findings } = proofread(paragraphs, await sampleBook({ inputs: false }));
  expect(findings.map(({ message }) => message)).toContain("“项目总体目标”没有写。");
});

test("a unit of the list that begins as the organisation does, above the sentence of its offices", async () => {
  const unit = "2. 示例市人民政府机关服务中心";
  const offices = `${ORGANISATION}本级下设3个科室，分别是：秘书科、信息科、行政科。`;
  const paragraphs = report();
  const at = paragraphs.findIndex((one) => one.includes("1. 某自治州示例市政务服务中心"));
  const { findings } = proofread([...paragraphs.slice(0, at + 1), unit, offices, ...paragraphs.slice(at + 1)], await sampleBook());
  expect(findings.filter(({ id }) => id === "S03")).toEqual([]);
});

test("the goal of another sheet", async () => {
  const paragraphs = report();
  const at = paragraphs.findIndex((one) => one.startsWith("项目支出绩效目标表"));
  const end = paragraphs.findIndex((one, index) => index > at && one.startsWith("（五）"));
  const again = paragraphs.slice(at, end).map((one) => one.replace("政务服务热线运行服务费", "另一个项目"));
  const { findings } = proofread([...paragraphs.slice(0, end), ...again, ...paragraphs.slice(end)], await sampleBook());
  expect(findings.filter(({ message }) => message.includes("一字不差"))).toHaveLength(1);
});

test.each([
  ["a unit of which a character is another", "251.00 平方米", "251.00 平方来", [["平方来", "平方米"]]],
  ["another unit in its place", "251.00 平方米", "251.00 亩", [["亩", "平方米"]]],
  ["a number torn by a comma: what is left of it is put right by nobody", "总预算 1,219.43", "总预算 1,21，9.43", [["9.43", ""]]],
  ["其中 as it sounds", "其中：一般公务用车", "期中：一般公务用车", [["期中", "其中"]]],
])("%s", async (_what, from, to, wanted) => {
  expect(await said(from, to)).toEqual(wanted);
});

test("two ways side by side: neither is put in the other's place", async () => {
  const findings = await said("比上年预算增加 43.83", "比上年预算增加减少 43.83");
  expect(findings).toContainEqual(["增加减少", ""]);
  expect(findings.filter(([, expected]) => expected !== "")).toEqual([]);
});
