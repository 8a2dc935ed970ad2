import type { ProofFinding } from "../proofread/report";
import { pairedParagraphs } from "../compare/compare-texts";

/** Figures of a line, one after the other. */
const FIGURE = /\d[\d,，.]*/g;
const count = (text = ""): number => text.match(FIGURE)?.length ?? 0;

interface Place {
  readonly line: number;
  /** Of the figures of the line, from which to which. */
  readonly from: number;
  readonly to: number;
}

/** The figures of its line that a finding speaks of, by their numbers; null where it speaks of none. */
function placeOf({ paragraph, start, end, quote }: ProofFinding, lines: readonly string[]): Place | null {
  if (!/\d/.test(quote)) return null;
  const line = lines[paragraph - 1] ?? "";
  const from = count(line.slice(0, start));
  return { line: paragraph - 1, from, to: from + count(line.slice(start, end)) };
}

/**
 * Whether findings of two versions of a text speak of the same figure: the same one of its line, in lines that are each
 * other's wording and hold as many figures. Where that is not so they are taken for two.
 */
export function sameFigure(before: readonly string[], after: readonly string[]): (one: ProofFinding, other: ProofFinding) => boolean {
  const pairs = pairedParagraphs(before, after);
  return (one, other) => {
    if (pairs.get(one.paragraph - 1) !== other.paragraph - 1) return false;
    const [a, b] = [placeOf(one, before), placeOf(other, after)];
    return a !== null && b !== null && a.from === b.from && a.to === b.to && count(before[a.line]) === count(after[b.line]);
  };
}
