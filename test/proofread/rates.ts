import type { Against } from "../../src/proofread/book";
import { proofread } from "../../src/proofread/proofread";
import { correctedParagraph, type ProofFinding } from "../../src/proofread/report";
import type { Fault } from "./kinds";

export interface Rate {
  readonly kind: string;
  readonly tried: number;
  readonly found: number;
  /** Findings beyond the first, on average. */
  readonly further: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** What a finding puts in, under whichever rule: a fault of the text's own may be told by another once its neighbour has changed. */
const putIn = ({ quote, expected }: ProofFinding): string => `${quote}→${expected}`;
const keyOf = ({ id, quote, message }: ProofFinding): string => `${id}|${quote}|${message}`;

/** How many of the faults are found at their words, kind by kind: one of `every` so many, or `most` of a kind, evenly spread. */
export function ratesOf(
  paragraphs: readonly string[],
  against: Against | null,
  faults: readonly Fault[],
  sample: { readonly every?: number; readonly most?: number },
): readonly Rate[] {
  const before = new Map<string, number>();
  const report = proofread(paragraphs, against);
  const { findings } = report;
  const own = new Set(findings.map(putIn));
  for (const finding of findings) before.set(keyOf(finding), (before.get(keyOf(finding)) ?? 0) + 1);
  const kinds = new Map<string, { tried: number; found: number; further: number; wrong: string[]; missed: string[] }>();
  const seen = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { kind } of faults) all.set(kind, (all.get(kind) ?? 0) + 1);
  for (const fault of faults) {
    const turn = seen.get(fault.kind) ?? 0;
    seen.set(fault.kind, turn + 1);
    const every = sample.every ?? Math.max(1, Math.ceil((all.get(fault.kind) ?? 0) / (sample.most ?? 1)));
    if (turn % every !== (every >> 1) % every) continue;
    const rate = kinds.get(fault.kind) ?? { tried: 0, found: 0, further: 0, wrong: [], missed: [] };
    kinds.set(fault.kind, rate);
    judge(fault, against, before, own, rate, correctedParagraph(report, (fault.where[0] ?? 0) + 1));
  }
  return [...kinds].map(([kind, rate]) => ({ kind, ...rate, further: rate.tried === 0 ? 0 : rate.further / rate.tried }));
}

/** `ownRight`: the paragraph with the faults that it had of its own put right: what a correction leads back to where it was the figure at fault. */
function judge(
  fault: Fault,
  against: Against | null,
  before: ReadonlyMap<string, number>,
  own: ReadonlySet<string>,
  rate: { tried: number; found: number; further: number; wrong: string[]; missed: string[] },
  ownRight: string,
): void {
  rate.tried += 1;
  const report = proofread(fault.text, against);
  const left = new Map(before);
  const fresh = report.findings.filter((finding) => {
    const times = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), times - 1);
    return times <= 0;
  });
  const { words } = fault;
  const hit = fresh.find(
    ({ paragraph, start, end }) => fault.where.includes(paragraph - 1) && (words === null || (start <= words.end && end >= words.start)),
  );
  if (hit) rate.found += 1;
  else rate.missed.push(`¶${String((fault.where[0] ?? 0) + 1)} ${fault.how} in ${fault.right.slice(0, 24)}`);
  const told = fresh.filter(({ severity }) => severity !== "info");
  const inPlace = told.filter(({ paragraph }) => fault.where.includes(paragraph - 1)).length;
  rate.further += told.length - Math.min(inPlace, fault.parts);
  if (words === null || !hit?.replaces) return;
  const index = fault.where[0] ?? 0;
  // 3.20 for 3.2 is the same figure.
  const bare = (text: string): string => text.replace(/\s/g, "").replace(/(\.\d*?)0+(?!\d)/g, "$1");
  const corrections = fresh.filter((finding) => !own.has(putIn(finding)));
  const corrected = (of: readonly ProofFinding[]): string => bare(correctedParagraph({ ...report, findings: of }, index + 1));
  if (corrected(corrections) !== bare(fault.right) && corrected(report.findings) !== bare(ownRight))
    rate.wrong.push(`¶${String(index + 1)} ${fault.how}: “${hit.quote}”→“${hit.expected}”`);
}
