import { proofread } from "../../src/proofread/proofread";
import type { ProofFinding } from "../../src/proofread/report";
import { rightText, sampleBook } from "./support";

/** A report around the sample's narrative: contents, tables that are empty, 名词解释. */
const ORGANISATION = "示例市人民政府办公室";
const CONTENTS = ["目录", "第一部分 2026年部门概况", "一、主要职能", "二、机构设置", "第二部分 2026年部门预算公开表"];
const CONTENTS_END = ["第三部分 2026年部门预算情况说明", "第四部分 名词解释"];

const table = (number: number, title: string, ...below: readonly string[]): readonly string[] => [
  `表 ${String(number)}`,
  title,
  `编制部门：${ORGANISATION}`,
  "单位：万元",
  "科目代码\t科目名称\t合计",
  ...below,
];
const empty = (title: string, nothing: string): string => `${ORGANISATION} 2026 年没有使用${nothing}拨款安排的支出，${title}为空表。`;
const TABLES = [
  "第二部分 2026年部门预算公开表",
  ...table(5, "一般公共预算支出情况表"),
  ...table(6, "一般公共预算基本支出情况表"),
  ...table(8, "政府性基金预算支出情况表", empty("政府性基金预算支出情况表", "政府性基金预算")),
  ...table(9, "国有资本经营预算支出情况表", empty("国有资本经营预算支出情况表", "国有资本经营预算")),
];
const TERMS = [
  "第四部分 名词解释",
  ...["财政拨款", "一般公共预算", "财政专户管理资金", "其他资金", "基本支出", "项目支出", "“三公”经费", "机关运行经费", "委托业务费"].map(
    (term, index) => `${"一二三四五六七八九".charAt(index)}、${term}：指本报告所说的${term}。`,
  ),
];

function report(): readonly string[] {
  const text = rightText();
  const narrative = text.findIndex((one) => one.startsWith("第三部分"));
  const terms = text.findIndex((one) => one.startsWith("第四部分"));
  const signed = text.slice(terms).findIndex((one) => one.trim() === ORGANISATION) + terms;
  return [
    ...CONTENTS,
    ...CONTENTS_END,
    ...text.slice(0, narrative),
    ...TABLES,
    ...text.slice(narrative, terms),
    ...TERMS,
    ...(signed < terms ? [] : text.slice(signed)),
  ];
}

const lastOf = (text: readonly string[], is: (one: string) => boolean): number =>
  text.reduce((found, one, index) => (is(one) ? index : found), -1);
const keyOf = ({ id, quote, message }: ProofFinding): string => `${id}|${quote}|${message}`;

/** What is said of the report without the last paragraph that begins so, and was not said of the whole. */
async function without(begin: string, last = true): Promise<readonly string[]> {
  const text = report();
  const against = await sampleBook({ inputs: false });
  const at = last ? lastOf(text, (one) => one.startsWith(begin)) : text.findIndex((one) => one.startsWith(begin));
  expect(at).toBeGreaterThanOrEqual(0);
  const before = new Set(proofread(text, against).findings.map(keyOf));
  const { findings } = proofread(
    text.filter((_, index) => index !== at),
    against,
  );
  return findings.filter((finding) => !before.has(keyOf(finding))).map(({ message }) => message);
}

test("the report as it is: nothing of these is missed", async () => {
  const { findings } = proofread(report(), await sampleBook({ inputs: false }));
  expect(findings.filter(({ category }) => category === "missing").map(({ message }) => message)).toEqual([]);
});

test.each([
  [
    "the note of an empty table",
    `${ORGANISATION} 2026 年没有使用国有资本经营预算拨款安排的支出，国有资本`,
    false,
    "表9没有数，表下没有写明是空表。",
  ],
  ["a part's heading", "第三部分", true, "这里缺“第三部分”的标题。"],
  ["a part's heading in the contents", "第二部分", false, "这里缺“第二部分”的标题。"],
  ["the first term", "一、财政拨款：", true, "名词解释里没有“财政拨款”，报告里用到了它。"],
  ["the last term that all such reports explain", "九、委托业务费：", true, "名词解释里没有“委托业务费”，报告里用到了它。"],
  ["a table's title", "政府性基金预算支出情况表", true, "表8的表头没有表题，别的表都有。"],
  ["the unit over a table", "单位：万元", true, "表9的表头没有计量单位，别的表都有。"],
  ["a heading that the contents list", "一、主要职能", true, "目录里有“主要职能”，第一部分里没有这个标题。"],
  ["the last heading of a section", "（五）其他需说明的事项", true, "这里缺标题“（五）其他需说明的事项”。"],
])("%s left out is one finding", async (_what, begin, last, message) => {
  expect(await without(begin, last)).toEqual([message]);
});

/** In a row of its own, or below a table of a file that has nothing but tables: the words of a section, and no section. */
test.each([
  ["in the table", empty("政府性基金预算支出情况表", "政府性基金预算") + "\t\t"],
  ["below it", empty("政府性基金预算支出情况表", "政府性基金预算")],
])("tables alone, one of them empty, which is said %s", async (_, note) => {
  const tables = [table(5, "一般公共预算支出情况表"), table(8, "政府性基金预算支出情况表", note), table(6, "一般公共预算基本支出情况表")];
  const { findings } = proofread(tables.flat(), await sampleBook({ inputs: false }));
  expect(findings.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([]);
});

/** One project of the sample; a second block without its name would be taken for part of the first. */
test("a project whose name is left out is one finding, at the first of its fields", async () => {
  const text = report();
  const at = lastOf(text, (one) => /项目名称：/.test(one) && !one.includes("\t"));
  const { findings } = proofread(
    text.filter((_, index) => index !== at),
    await sampleBook({ inputs: false }),
  );
  const missing = findings.filter(({ category }) => category === "missing");
  expect(missing.map(({ paragraph, expected }) => [paragraph, expected.startsWith("项目名称：")])).toEqual([[at + 1, true]]);
});

/** The item behind it is another: it is not put right to be the one that was left out. */
test("an item of the subjects left out: the next one is not corrected to be it", async () => {
  const text = report();
  const items = text.flatMap((one, index) => (/（项）：\s*2026/.test(one) ? [index] : []));
  for (const at of items) {
    const { findings } = proofread(
      text.filter((_, index) => index !== at),
      await sampleBook({ inputs: false }),
    );
    expect(findings.filter(({ category, replaces }) => category === "name" && replaces).map(({ message }) => message)).toEqual([]);
    expect(findings.some(({ category, expected }) => category === "missing" && expected.includes("（项）"))).toBe(
      !/0\.00\s*万元，/.test(text[at] ?? ""),
    );
  }
});
