import path from "node:path";
import { readFileSync } from "node:fs";
import { openBook } from "../../src/book/open";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { narrate } from "../../src/narrative/narrate";
import type { Against } from "../../src/proofread/book";
import { narrativeText } from "../../src/render/text";
import { fullWorkbook } from "../narrative/full-workbook";
import { fresh, line } from "./support";

interface Narrated {
  readonly text: readonly string[];
  readonly against: readonly Against[];
}

/** The sample's own narrative, and what it is held against: with the 填报 sheets, and with the tables alone. */
async function narrated(sample: string): Promise<Narrated> {
  const file = path.join(__dirname, `../../samples/${sample}.xlsx`);
  const workbook = await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
  const whole = openBook(workbook);
  const bare = openBook({ ...workbook, sheets: workbook.sheets.filter(({ name }) => !name.startsWith("填报")) });
  const text = narrativeText(narrate(whole.recognised, whole.inputs)).split("\n");
  return { text, against: [whole, bare].map(({ recognised, inputs }) => ({ recognised, inputs })) };
}

const SAMPLES = ["2023-10", "2025-11-unit", "2026-11", "2026-12"];
const documents = new Map(SAMPLES.map((sample) => [sample, narrated(sample)]));

const zero = String.raw`0(?:\.00)?`;
const some = String.raw`(?!0(?:\.00)?[^\d.])[\d,.]+`;

/** What of the sentence changes, and what it is changed into; N: nothing, S: something that is not nothing. */
type Change = readonly [from: string, to: string];
const pattern = (from: string): RegExp => new RegExp(from.replaceAll("N", zero).replaceAll("S", some));

/** In how many of the samples the sentence has such a part, and what is said of each then: with the 填报 sheets and without. */
async function said([from, to]: Change): Promise<readonly (readonly [sample: string, found: readonly string[]])[]> {
  const all = await Promise.all(
    SAMPLES.map(async (sample) => {
      const document = await documents.get(sample);
      const right = document?.text.find((one) => pattern(from).test(one));
      if (!document || right === undefined) return [];
      return document.against.map(
        (against) => [sample, fresh(document.text, against, right, right.replace(pattern(from), to)).map(line)] as const,
      );
    }),
  );
  return all.flat();
}

const RIGHT: readonly Change[] = [
  ["；其他车辆0辆，价值N万元。", "。"],
  ["；执法执勤用车0辆，价值N万元；", "；"],
  ["；执法执勤用车0辆，价值N万元；其他车辆0辆，价值N万元。", "。"],
  ["；执法执勤用车0辆，价值N万元；其他车辆0辆，价值N万元。", "；无执法执勤用车、其他车辆。"],
  ["；执法执勤用车0辆，价值N万元；其他车辆0辆，价值N万元。", "；执法执勤用车0辆；其他车辆0辆。"],
  ["一般公务用车0辆，价值N万元；执法执勤用车0辆，价值N万元；", ""],
  ["；其中：一般公务用车", "；其中：机要通信用车0辆，价值0.00万元；一般公务用车"],
  ["，政府采购工程预算N万元", ""],
  ["，政府采购工程预算N万元", "，无工程采购"],
  ["，政府采购工程预算N万元", "，未安排工程采购"],
  ["，政府采购工程预算N万元(，政府采购服务预算S万元)。", "$1，无工程类政府采购。"],
  ["政府采购货物预算(S)万元，政府采购工程预算N万元，政府采购服务预算", "货物类$1万元，服务类"],
  ["，非财政拨款N万元", ""],
  ["，非财政拨款N万元", "，无非财政拨款"],
  ["，非财政拨款N万元", "，非财政拨款未安排"],
  ["包括：财政拨款S万元，非财政拨款N万元", "均为财政拨款"],
  ["因公出国（境）费用?N万元，公务用车购置费?N万元，", ""],
  ["因公出国（境）费用?N万元，", ""],
  ["，公务接待费N万元。", "。"],
  ["因公出国（境）费用?N万元，公务用车购置费?N万元，(公务用车运行.*)。", "$1，未安排因公出国（境）、公务用车购置。"],
  ["因公出国（境）费用?增加N万元，增长N%，主要原因是[^；]*；", ""],
  ["；公务接待费增加N万元，增长N%，主要原因是.*。", "。"],
  ["；非财政拨款项目涉及预算金额N万元。", "。"],
  ["非财政拨款项目0个，涉及预算金额N万元。", ""],
  ["(50万元以上大型设备0台)，(?:单位价值|单价)?100万元以上大型设备0台。", "$1。"],
];

const WRONG: readonly Change[] = [
  ["其中：一般公务用车S辆，价值S万元；", "其中："],
  ["其中：一般公务用车S辆，价值S万元；", "其中：无一般公务用车；"],
  ["；其他车辆S辆，价值S万元。", "。"],
  ["；其他车辆S辆，价值S万元。", "；无其他车辆。"],
  ["政府采购货物预算S万元，", ""],
  ["，政府采购服务预算S万元", "，无服务采购"],
  ["政府采购工程预算1.00万元，", ""],
  ["财政拨款S万元，(非财政拨款)", "$1"],
  ["包括：财政拨款S万元，非财政拨款N万元", "均为非财政拨款"],
  ["公务用车运行(?:维护)?费S万元，", ""],
  ["，公务接待费S万元。", "。"],
  ["；公务接待费减少.*。", "。"],
  ["非财政拨款项目涉及预算金额S万元", "无非财政拨款项目"],
  ["，政府采购工程预算N万元", "，政府采购工程预算万元"],
  ["，公务接待费N万元。", "，公务接待费万元。"],
];

test.each(RIGHT)("a part that is nothing may be left out: %s → %s", async (...change) => {
  const all = await said(change);
  expect(all.length).toBeGreaterThan(0);
  expect(all.flatMap(([sample, found]) => found.filter((one) => !one.startsWith("info")).map((one) => `${sample} ${one}`))).toEqual([]);
});

test.each(WRONG)("a part that is something may not: %s → %s", async (...change) => {
  const all = await said(change);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, found]) => !found.some((one) => one.startsWith("error")))).toEqual([]);
});

/** Its table is not in the workbook, and only the 填报 sheets speak of it; or nothing is there but the text. Its reason may be left alone. */
test.each(SAMPLES)("%s: a sentence with its figure that is left out is told, whatever stays of it", async (sample) => {
  const document = await documents.get(sample);
  const [filled] = document?.against ?? [];
  if (!document || !filled) throw new Error(sample);
  const tables = new Map([...filled.recognised.tables].filter(([key]) => key !== "basic"));
  const right = document.text.find((one) => one.includes("机关运行经费财政拨款预算")) ?? "";
  for (const against of [{ ...filled, recognised: { ...filled.recognised, tables } }, null])
    for (const stays of [right.slice(right.indexOf("主要原因")), ""]) {
      const found = fresh(document.text, against, right, stays).map(line);
      expect([stays, found.some((one) => /^(?:warning|error) missing/.test(one))]).toEqual([stays, true]);
    }
});

/** A fund told with what it opens with in other words than ours, and its items: each of them, though another one tells the same figure. */
test("a fund's opening or its only item left out", () => {
  const { recognised, inputs } = openBook(fullWorkbook());
  const text = narrativeText(narrate(recognised, inputs)).split("\n");
  const opens = text.find((one) => one.includes("使用国有资本经营预算拨款安排的支出")) ?? "";
  const [item = ""] = text.slice(text.indexOf(opens) + 1);
  const amount = /支出([\d,.]+)万元/.exec(opens)?.[1] ?? "";
  expect([item.includes(`预算数为${amount}万元`), amount !== ""]).toEqual([true, true]);
  const said = text.map((one) => (one === opens ? `示例局2026年国有资本经营预算支出${amount}万元，其中：` : one));
  const missing = (left: string): readonly string[] =>
    fresh(said, { recognised, inputs }, left, "").flatMap(({ message, severity }) => (severity === "info" ? [] : [message.slice(0, 5)]));
  expect([said[text.indexOf(opens)] ?? "", item].map(missing)).toEqual([["这里没有说"], ["这里没有说"]]);
});

test("of several left out, one that is something is missed and the others are not", async () => {
  const all = await said(["其中：政府采购货物预算S万元，政府采购工程预算N万元，", "其中："]);
  expect(all.length).toBeGreaterThan(0);
  for (const [, found] of all) expect(found.some((one) => one.startsWith("error"))).toBe(true);
});
