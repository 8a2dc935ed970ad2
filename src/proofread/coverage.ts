import { gapOf } from "./judge/figures";
import type { Ledger } from "./ledger";
import { figuresOf } from "./read/figures";
import type { Coverage, Unmatched } from "./report";
import type { Line, Span } from "./text/lines";
import { piecesOf } from "./text/pieces";
import type { Place } from "./text/sections";

/** Amounts, percentages, areas; and things counted where a template counts them. */
const COUNTED = /(?:辆|台|平方米|㎡)$/;

/** What became of every figure of 第三部分. Figures in table rows count where they were read, else the rows are named as not looked into. */
export function coverageOf(ledger: Ledger, lines: readonly Line[], places: readonly Place[], paragraphs: readonly string[]): Coverage {
  const tally = { figures: 0, proved: 0, faulty: 0 };
  const unmatched: Unmatched[] = [];
  const skipped: { paragraph: number; quote: string; reason: string }[] = [];
  lines.forEach((line, index) => {
    if (places[index]?.part !== 3) return;
    let passed = false;
    for (const stated of figuresOf(line)) {
      const standing = ledger.standing(stated);
      if (!standing && line.kind === "row") passed = true;
      if (!standing && (line.kind === "row" || (stated.unit === "count" && !COUNTED.test(stated.written)))) continue;
      tally.figures += 1;
      if (standing?.kind === "proved") tally.proved += 1;
      else if (standing?.kind === "faulty") tally.faulty += 1;
      else {
        const piece = piecesOf(stated.span, false)[0] ?? { paragraph: 0, start: 0, end: 0 };
        const quote = paragraphs[piece.paragraph]?.slice(piece.start, piece.end) ?? "";
        unmatched.push({ ...piece, paragraph: piece.paragraph + 1, quote, reason: standing?.reason ?? why(ledger, stated.span) });
      }
    }
    if (passed) skipped.push({ paragraph: (line.paragraph[0] ?? 0) + 1, quote: line.text.replace(/\t+/g, " ").trim().slice(0, 40), reason: "绩效指标的数值公开表上没有，请人工核对" });
  });
  return { ...tally, unmatched, skipped };
}

function why(ledger: Ledger, span: Span): string {
  const free = ledger.free.some((stretch) => stretch.line === span.line && span.start >= stretch.start && span.end <= stretch.end);
  if (free) return "在原因、用途或项目文字里，公开表上没有这个数";
  return ledger.book.withWorkbook ? "没有认出这句话说的是哪一项，请人工核对" : gapOf(ledger, null);
}
