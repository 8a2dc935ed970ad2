import { gapOf } from "./judge/figures";
import type { Graded } from "./graded";
import type { Ledger } from "./ledger";
import { numeralsOf } from "./read/numerals";
import type { Coverage, Unchecked } from "./report";
import type { Line, Span } from "./text/lines";
import { piecesOf } from "./text/pieces";
import type { SectionKey } from "../narrative/segments";
import type { Place } from "./text/sections";

/** Shorter lines (contents, marks of pages) hold nothing to look into. */
const PASSAGE = 12;
const LONGEST = 60;

/**
 * What became of every figure of the report, tables and performance sheets among them: proved, faulty or unchecked, each
 * exactly once; and every passage that neither a pattern nor a rule has claimed. What only rules that
 * the office has switched off found fault with is unchecked.
 */
export function coverageOf(
  ledger: Ledger,
  lines: readonly Line[],
  places: readonly Place[],
  paragraphs: readonly string[],
  { told, off }: Graded,
): Coverage {
  const tally = { figures: 0, proved: 0, faulty: 0 };
  const unchecked: Unchecked[] = [];
  const unread: Unchecked[] = [];
  const place = (span: Span, reason: string): Unchecked => {
    const piece = piecesOf(span, false, paragraphs)[0] ?? { paragraph: 0, start: 0, end: 0 };
    return {
      ...piece,
      paragraph: piece.paragraph + 1,
      quote: (paragraphs[piece.paragraph] ?? "").slice(piece.start, piece.end).slice(0, LONGEST),
      reason,
    };
  };
  const silenced = (line: Line): boolean => off.some(({ at }) => at.line === line) && !told.some(({ at }) => at.line === line);
  lines.forEach((line, index) => {
    const { part, section } = places[index] ?? { part: 0, section: null };
    for (const stated of numeralsOf(line)) {
      const standing = ledger.standing(stated);
      tally.figures += 1;
      if (standing?.kind === "proved") tally.proved += 1;
      else if (standing?.kind === "faulty" && silenced(line)) unchecked.push(place(stated.span, "核对它的规则已由自定义审核停用"));
      else if (standing?.kind === "faulty") tally.faulty += 1;
      else unchecked.push(place(stated.span, standing?.reason ?? why(ledger, stated.span, part, section)));
    }
    const all = { line, start: 0, end: line.text.length };
    if (part === 3 && line.kind === "prose" && line.text.length >= PASSAGE && !ledger.touches(all))
      unread.push(place(all, "没有认出这一段说的是哪一项，请人工看"));
  });
  return { ...tally, unchecked, unread };
}

function why(ledger: Ledger, span: Span, part: number, section: SectionKey | null): string {
  const { line } = span;
  if (line.kind === "row")
    return part === 3 && section === "performance"
      ? "绩效表的数值公开表上没有，请人工核对"
      : "表里这一格没有对上工作簿的哪一格，请人工核对";
  if (ledger.free.some((stretch) => stretch.line === line && span.start >= stretch.start && span.end <= stretch.end))
    return "在原因、用途或项目文字里，公开表上没有这个数";
  if (part === 1 || part === 4) return "在职能、机构或名词解释里，公开表上没有这个数";
  return ledger.book.withWorkbook ? "没有认出这句话说的是哪一项，请人工核对" : gapOf(ledger, null);
}
