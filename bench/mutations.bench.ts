/**
 * How many faults of every kind put into published texts are found at their words, with the 填报 sheets and with the tables
 * alone: node scripts/run.mjs bench/mutations.bench.ts [MOST OF A KIND] [TEXT]. Without the published texts, the sample's.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { recogniseWorkbook } from "../src/book/recognise";
import { decodeText } from "../src/hosts/file/decode";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { readInputs } from "../src/inputs/read";
import type { Against } from "../src/proofread/book";
import { proofread } from "../src/proofread/proofread";
import { linesOf } from "../src/proofread/text/lines";
import type { PlainWorkbook } from "../src/workbook/plain";
import { faultsOf } from "../test/proofread/kinds";
import { ratesOf, type Rate } from "../test/proofread/rates";
import { apart, labelOf } from "./books";
import { percent, tell } from "./results";

const [most = "2", only = ""] = process.argv.slice(2);
const root = path.join(import.meta.dirname, "..");

const KINDS: Readonly<Record<string, string>> = {
  digit: "一位数字写错",
  transposed: "两位颠倒",
  point: "小数点错位",
  missing: "漏写数字",
  "letter O": "0 写成字母 O",
  "unit lost": "漏写单位",
  "unit changed": "万元写成元",
  percent: "% 写成个百分点",
  year: "年份写错",
  direction: "增减写反",
  "name replaced": "名称里错一个字",
  "name omitted": "名称里漏一个字",
  "name inserted": "名称里多一个字",
  "name swapped": "名称里两个字颠倒",
  "figures swapped": "一句里两个数对调",
  "figures of another sentence": "抄了另一句的数",
  "last year's sentence": "留着上年的句子",
  duplicated: "一段写了两遍",
  "sentence dropped": "漏一句",
  "paragraph dropped": "漏一段",
  "section dropped": "漏一节",
  "another organisation": "写成别的单位",
};

interface Text {
  readonly text: string;
  readonly workbook: string;
  /** The lines are those of a page, to be joined to paragraphs first. */
  readonly asPrinted: boolean;
}
const pair = (text: string, workbook: string, asPrinted: boolean): Text => ({ text, workbook, asPrinted });
const PUBLISHED: readonly Text[] = [
  pair("../shared/seeds/000.txt", "../shared/workbooks/000.xlsx", false),
  pair("../shared/seeds/001.txt", "../shared/workbooks/001.xlsx", false),
  pair("../shared/seeds/002.txt", "../shared/workbooks/002r.xlsx", true),
  ...[
    ...["sh-wanli-2024", "sh-sfj-2026-unit", "sh-czj-putuo-2025", "sh-jgw-2026-dept", "sh-sww-2025-dept"],
    ...["js-rd-2019", "js-swb-2018", "js-zx-2019", "cn-swu-2021"],
  ].map((name) => pair(`../shared/real/${name}.txt`, `../shared/real/${name}.xlsx`, true)),
].filter(({ text }) => existsSync(path.join(root, text)));
const TEXTS = PUBLISHED.length > 0 ? PUBLISHED : [pair("test/proofread/texts/2026-12.txt", "samples/2026-12.xlsx", true)];
const SAID_IN_SENTENCES = ["general", "basic", "fiscalExpenditure"];

const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(root, file)));
const readable = (file: string): string[] => (decodeText(bytes(file)) ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");

interface Held {
  readonly label: string;
  readonly rates: readonly Rate[];
}

function holdAgainst(paragraphs: readonly string[], workbook: PlainWorkbook, how: string, prose: boolean, asPrinted: boolean): Held {
  const against: Against = { recognised: recogniseWorkbook(workbook), inputs: readInputs(workbook) };
  const { paragraphs: read, coverage } = proofread(paragraphs, against);
  const unread = new Set(coverage.unread.map(({ paragraph }) => paragraph - 1));
  const where = read.flatMap(({ part, text }, index) =>
    part === 3 && !text.includes("\t") && !unread.has(index) && /[。；]$/.test(text.trim()) && (!asPrinted || /\d(?:万元|辆|台)/.test(text))
      ? [index]
      : [],
  );
  const names = [...against.recognised.tables.values()].flatMap(({ key, rows }) =>
    SAID_IN_SENTENCES.includes(key) ? rows.flatMap((row) => (row.name.length > 3 ? [row.name] : [])) : [],
  );
  const faults = faultsOf(paragraphs, where, [...new Set([against.recognised.organisation ?? "", ...names])], prose);
  const rates = ratesOf(paragraphs, against, faults, { most: Number(most) });
  for (const { kind, wrong, missed } of rates)
    for (const one of [...wrong.map((text) => `wrong correction: ${text}`), ...missed].slice(0, 6))
      console.log(`${labelOf(against.recognised)} ${kind}: ${one}`);
  return { label: `${labelOf(against.recognised)}，${how}`, rates };
}

const held: Held[] = [];
for (const { text, workbook: file, asPrinted } of TEXTS.filter(({ text: name }) => name.includes(only))) {
  const workbook = await readWorkbook(bytes(file), path.basename(file));
  const bare = { ...workbook, sheets: workbook.sheets.filter((sheet) => !sheet.name.startsWith("填报")) };
  const paragraphs = asPrinted ? linesOf(readable(text)).map((line) => line.text) : readable(text);
  if (bare.sheets.length < workbook.sheets.length) held.push(holdAgainst(paragraphs, workbook, "有填报表", true, asPrinted));
  held.push(holdAgainst(paragraphs, bare, "只有公开表", false, asPrinted));
}

function row(label: string, rates: readonly Rate[]): readonly string[] {
  const sum = (of: (rate: Rate) => number): number => rates.reduce((total, rate) => total + of(rate), 0);
  const [tried, found] = [sum((rate) => rate.tried), sum((rate) => rate.found)];
  const further = sum((rate) => rate.further * rate.tried) / Math.max(1, tried);
  return [label, String(tried), String(found), percent(found, tried), String(sum(({ wrong }) => wrong.length)), further.toFixed(2)];
}
const COLUMNS = ["放进的错", "在原处查出", "查出的比例", "改正的数不对", "另外多说的（平均每处）"];
const everything = held.flatMap(({ rates }) => rates);
tell("mutations", {
  title: "说明里放进一处错，按说明",
  columns: ["说明", ...COLUMNS],
  rows: [...apart(held).map(({ label, rates }) => row(label, rates)), row("合计", everything)],
});
tell("mutations", {
  title: "说明里放进一处错，按错的种类",
  columns: ["错的种类", ...COLUMNS],
  rows: [...new Set(everything.map(({ kind }) => kind))].map((kind) =>
    row(
      KINDS[kind] ?? kind,
      everything.filter((rate) => rate.kind === kind),
    ),
  ),
});
