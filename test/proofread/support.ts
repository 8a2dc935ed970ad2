import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readText } from "../../src/hosts/file/text";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import type { Against } from "../../src/proofread/book";
import { proofread } from "../../src/proofread/proofread";
import type { ProofFinding, ProofreadReport } from "../../src/proofread/report";
import { recogniseWorkbook } from "../../src/workbook/recognise";
import type { Mutation } from "./mutations";

export const SHARED = path.resolve(__dirname, "../../../shared");
export const describeShared = existsSync(SHARED) ? describe : describe.skip;

export const paragraphsOf = (file: string): string[] => readText(new Uint8Array(readFileSync(file)), path.basename(file));

/** The sample's text: a published 说明 with names changed, its own faults left in. */
export const sampleText = (): string[] => paragraphsOf(path.join(__dirname, "texts/2026-12.txt"));

export async function book(file: string, { inputs = true } = {}): Promise<Against> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
  const kept = inputs ? workbook : { ...workbook, sheets: workbook.sheets.filter(({ name }) => !name.startsWith("填报")) };
  return { recognised: recogniseWorkbook(kept), inputs: readInputs(kept) };
}

const SAMPLE = path.join(__dirname, "../../samples/2026-12.xlsx");
const [whole, bare] = [book(SAMPLE), book(SAMPLE, { inputs: false })];
export const sampleBook = ({ inputs = true } = {}): Promise<Against> => (inputs ? whole : bare);

/** "error figure 1,221.42→1,219.43", spaces left out. */
export const line = ({ severity, category, quote, expected }: ProofFinding): string => `${severity} ${category} ${quote.replace(/\s/g, "")}→${expected}`;

export const serious = (report: ProofreadReport): readonly ProofFinding[] => report.findings.filter(({ severity }) => severity !== "info");

/** Proofreads the text with one paragraph's words changed; all findings that were not there before. */
export function fresh(paragraphs: readonly string[], against: Against | null, from: string, to: string): readonly ProofFinding[] {
  const at = paragraphs.findIndex((text) => text.includes(from));
  if (at < 0) throw new Error(`not in the text: ${from}`);
  const before = new Set(proofread(paragraphs, against).findings.map(({ key, paragraph }) => `${key}${String(paragraph)}`));
  const changed = paragraphs.map((text, index) => (index === at ? text.replace(from, to) : text));
  return proofread(changed, against).findings.filter(({ key, paragraph }) => !before.has(`${key}${String(paragraph)}`));
}

/** Which mutations bring no new finding that marks the words changed. */
export function undetected(paragraphs: readonly string[], against: Against, mutations: readonly Mutation[]): readonly string[] {
  const before = new Set(proofread(paragraphs, against).findings.map(({ key, paragraph }) => `${key}${String(paragraph)}`));
  return mutations.flatMap(({ paragraph, text, start, end, how }) => {
    const report = proofread(paragraphs.map((original, index) => (index === paragraph ? text : original)), against);
    const marks = report.paragraphs[paragraph]?.marks ?? [];
    const found = marks.some((mark) => {
      const finding = report.findings[mark.finding];
      return finding !== undefined && mark.start < end && mark.end > start && !before.has(`${finding.key}${String(finding.paragraph)}`);
    });
    return found ? [] : [`¶${String(paragraph + 1)} ${how}`];
  });
}

/** Positions of the sentences of 第三部分, without tables and project or reason prose where `own` is given. */
export function sentences(report: ProofreadReport): readonly number[] {
  return report.paragraphs.flatMap(({ part, text }, index) => (part === 3 && !text.includes("\t") ? [index] : []));
}
