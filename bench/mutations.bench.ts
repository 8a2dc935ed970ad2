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
import { ratesOf } from "../test/proofread/rates";

/**
 * How many faults of every kind put into published texts are found at their words, with the 填报 sheets and with the tables
 * alone: node scripts/run.mjs bench/mutations.bench.ts [FOLDER] [MOST OF A KIND] [TEXT]
 */
const [folder = path.join(import.meta.dirname, "../../shared"), most = "12", only = ""] = process.argv.slice(2);

/** The text, its workbook; whether the lines are those of a page, to be joined to paragraphs first. */
const TEXTS: readonly (readonly [text: string, workbook: string, asPrinted: boolean])[] = [
  ["seeds/000.txt", "workbooks/000.xlsx", false],
  ["seeds/001.txt", "workbooks/001.xlsx", false],
  ["seeds/002.txt", "workbooks/002r.xlsx", true],
  ...["sh-wanli-2024", "sh-sfj-2026-unit", "sh-czj-putuo-2025", "sh-jgw-2026-dept", "sh-sww-2025-dept"].map(
    (name) => [`real/${name}.txt`, `real/${name}.xlsx`, true] as const,
  ),
];
const SAID_IN_SENTENCES = ["general", "basic"];

const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, file)));
const readable = (file: string): string[] => (decodeText(bytes(file)) ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");

function holdAgainst(paragraphs: readonly string[], workbook: PlainWorkbook, how: string, prose: boolean, asPrinted: boolean): void {
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
  const rates = ratesOf(
    paragraphs,
    against,
    faultsOf(paragraphs, where, [...new Set([against.recognised.organisation ?? "", ...names])], prose),
    { most: Number(most) },
  );
  const [tried, found] = [rates.reduce((sum, rate) => sum + rate.tried, 0), rates.reduce((sum, rate) => sum + rate.found, 0)];
  console.log(
    `${how}: ${String(found)}/${String(tried)} = ${((100 * found) / Math.max(1, tried)).toFixed(1)}%, wrong corrections ${String(rates.reduce((sum, { wrong }) => sum + wrong.length, 0))}`,
  );
  for (const { kind, tried: all, found: hit, further, wrong, missed } of rates) {
    console.log(
      `  ${kind.padEnd(28)} ${String(hit)}/${String(all)}  further ${further.toFixed(2)}  wrong corrections ${String(wrong.length)}`,
    );
    for (const one of [...wrong.map((text) => `wrong: ${text}`), ...missed].slice(0, 6)) console.log(`      ${one}`);
  }
}

for (const [text, book, asPrinted] of TEXTS.filter(([name]) => name.includes(only) && existsSync(path.join(folder, name)))) {
  const workbook = await readWorkbook(bytes(book), path.basename(book));
  const bare = { ...workbook, sheets: workbook.sheets.filter((sheet) => !sheet.name.startsWith("填报")) };
  const paragraphs = asPrinted ? linesOf(readable(text)).map((line) => line.text) : readable(text);
  if (bare.sheets.length < workbook.sheets.length) holdAgainst(paragraphs, workbook, `${text}, 填报 and tables`, true, asPrinted);
  holdAgainst(paragraphs, bare, `${text}, tables alone`, false, asPrinted);
}
