import { RANK, type FindingCell } from "../checks/report";
import type { SentenceFamily } from "../narrative/families";
import { printed } from "../text/canon";
import type { Book } from "./book";
import { coverageOf } from "./coverage";
import { exchanged, folded, proved, withOneDirection, withOneReason, withoutConsequences, withoutDoubted } from "./folded";
import { gradedFaults } from "./graded";
import { lastYears } from "./last-years";
import { findingCell, type Fault, type Ledger } from "./ledger";
import { misnamed } from "./misnamed";
import { notSaidBefore, withoutContradiction } from "./once";
import type { ProofFinding, ProofMark, ProofParagraph, ProofreadReport, Stranger } from "./report";
import type { Line } from "./text/lines";
import { piecesOf, type Piece } from "./text/pieces";
import type { Place } from "./text/sections";
import { withoutMisread } from "./misread";
import { withoutOutvoted } from "./outvoted";
import { withoutEitherName } from "./words/other-organisation";

/** A text that every rule has looked at. */
export interface Judged {
  readonly ledger: Ledger;
  readonly places: readonly Place[];
  readonly sentences: SentenceFamily | null;
  readonly stranger: Stranger | null;
}

/** What the ledger holds, as the user is to read it: one fault once, the weightiest first, each at its words. */
export function composeReport(
  paragraphs: readonly string[],
  lines: readonly Line[],
  { ledger, places, sentences, stranger }: Judged,
): ProofreadReport {
  const { book } = ledger;
  const certain = withoutOutvoted(withoutDoubted(withoutEitherName(ledger.faults, book), book), lines);
  const graded = gradedFaults(certain, book.recognised);
  const found = foundIn(settled(graded.told, book), paragraphs);
  const coverage = coverageOf(ledger, lines, places, paragraphs, graded);
  const known = `${stranger ? `${stranger.whose}不是这份报告的，没有用它核对。` : ""}${sentences === null && coverage.figures > 0 ? UNKNOWN : ""}`;
  return {
    paragraphs: markedParagraphs(paragraphs, lines, places, found),
    findings: withKeys(found.map((one) => findingOf(book, one, paragraphs))),
    coverage,
    sentences,
    stranger,
    summary: `${known}全文的数字${coverage.proved}/${coverage.figures}个已核对相符，${coverage.faulty}个有疑问，${coverage.unchecked.length}个未核对。`,
    withWorkbook: book.withWorkbook,
  };
}

const UNKNOWN = "这份文字的句式还不认识，没有逐句核对，只核对了文字规则和表里的数。";

/** What has one cause is one fault; what follows from another is none. */
function settled(faults: readonly Fault[], book: Book): readonly Fault[] {
  const certain = withoutMisread(exchanged(faults, book));
  const causes = withOneDirection(withOneReason(misnamed(proved(folded(certain)))));
  const told = lastYears(withoutContradiction(withoutConsequences(causes)), book.year);
  return told.filter(notSaidBefore(told));
}

/** A fault, and the paragraphs it stands in. */
interface Found {
  readonly fault: Fault;
  readonly pieces: readonly Piece[];
}

const foundIn = (faults: readonly Fault[], paragraphs: readonly string[]): readonly Found[] =>
  faults
    .map((fault) => ({ fault, pieces: piecesOf(fault.at, fault.place === true, paragraphs) }))
    .sort((a, b) => RANK[a.fault.severity] - RANK[b.fault.severity] || compare(a.pieces[0], b.pieces[0]));

function compare(a: Piece | undefined, b: Piece | undefined): number {
  return (a?.paragraph ?? 0) - (b?.paragraph ?? 0) || (a?.start ?? 0) - (b?.start ?? 0) || (a?.end ?? 0) - (b?.end ?? 0);
}

function markedParagraphs(
  paragraphs: readonly string[],
  lines: readonly Line[],
  places: readonly Place[],
  found: readonly Found[],
): readonly ProofParagraph[] {
  const marks = new Map<number, ProofMark[]>();
  found.forEach(({ fault, pieces }, finding) => {
    if (fault.place === true) return;
    for (const { paragraph, start, end } of pieces) {
      const there = marks.get(paragraph) ?? [];
      there.push({ start, end, finding });
      marks.set(paragraph, there);
    }
  });
  const partOf = new Map<number, number>();
  lines.forEach(({ paragraph }, index) => {
    for (const one of paragraph) partOf.set(one, places[index]?.part ?? 0);
  });
  let part = 0;
  return paragraphs.map((text, index) => {
    part = partOf.get(index) ?? part;
    return { text, marks: (marks.get(index) ?? []).sort((a, b) => a.start - b.start), part };
  });
}

/** What is told of the same words twice is two findings. */
function withKeys(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const time = (times.get(finding.key) ?? 0) + 1;
    times.set(finding.key, time);
    return time === 1 ? finding : { ...finding, key: `${finding.key}|${String(time)}` };
  });
}

function findingOf(book: Book, { fault, pieces }: Found, paragraphs: readonly string[]): ProofFinding {
  const first = pieces[0] ?? { paragraph: 0, start: 0, end: 0 };
  const quote = pieces.map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end) ?? "").join("");
  const difference = fault.left && fault.right ? fault.left.minus(fault.right) : null;
  const cells: readonly FindingCell[] = (fault.cells ?? []).map((cell) => findingCell(book, cell));
  return {
    id: fault.id,
    key: `${fault.id}|${fault.category}|${quote}|${fault.expected ?? ""}`,
    verdict: "broken",
    severity: fault.severity,
    message: printed(fault.message),
    formula: printed(fault.formula ?? ""),
    why: fault.why ?? "",
    advice: fault.advice ?? "",
    left: fault.left?.toString() ?? null,
    right: fault.right?.toString() ?? null,
    difference: difference?.toString() ?? null,
    cells,
    category: fault.category,
    paragraph: first.paragraph + 1,
    start: first.start,
    end: first.end,
    quote,
    expected: printed(fault.expected ?? ""),
    replaces: fault.replaces === true && pieces.length === 1,
    printed: fault.printed ?? null,
  };
}
