import { joinedText, segmentsOf, textOf, type TextLine } from "./lines";

/** A line and the page it stands on. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
  /** Where the text of that page begins and ends, to tell full lines from short ones. */
  readonly margins: { readonly left: number; readonly right: number };
}

export interface Prose {
  readonly text: string;
  readonly page: number;
}

/** Two things on one line keep their distance. */
const lineText = (line: TextLine): string => segmentsOf(line).map(textOf).join("　　");

/** How what begins anew begins, whatever stands before: a table's number, a note, a part, a section, a point. */
const OPENINGS = [
  /^(?:附|公开)?[表件]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}$)|^公开\d{1,2}表/,
  /^备?注[：:]/,
  /^第[一二三四五六七八九十]+部分/,
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
];
/** These stand within sentences as well, so that they begin anew only behind the end of one. */
const NUMBERS = [/^[（(]?\d{1,2}[）)．、]/, /^\d{1,2}\.(?!\d)/];
const UNFINISHED = /[、，,（(“"第和及与]$/;
const begins = (text: string, before: string): boolean =>
  (OPENINGS.some((opening) => opening.test(text)) && !UNFINISHED.test(before)) ||
  (NUMBERS.some((opening) => opening.test(text)) && ENDS.test(before));
const ENDS = /[。；：！？;:]$/;

/** How many characters a paragraph's first line is set in by, at the most. */
const FIRST_LINE = 4.5;

/** Whether a line goes on with the paragraph before: that one ran to the margin, and this one is not set in. */
function goesOn(before: PlacedLine, own: PlacedLine): boolean {
  const { line, margins } = own;
  const text = textOf(line);
  const last = textOf(before.line);
  if (segmentsOf(line).length > 1 || segmentsOf(before.line).length > 1) return false;
  const full = before.line.right >= before.margins.right - 1.6 * before.line.size;
  const indented = line.left > margins.left + 1.2 * line.size;
  const alike = Math.abs(line.size - before.line.size) < 0.2 * line.size;
  // A line further in than a paragraph's first one stands in the middle: a title.
  const centred = before.line.left > Math.max(line.left, margins.left) + FIRST_LINE * line.size;
  if (!full || indented || !alike || centred) return false;
  if (before.page === own.page && line.base - before.line.base > 3.2 * line.size) return false;
  return !begins(text, last);
}

/** Lines as paragraphs, those over a page's end as well. */
export function proseOf(lines: readonly PlacedLine[]): Prose[] {
  const found: { text: string; page: number }[] = [];
  lines.forEach((own, index) => {
    const before = lines[index - 1];
    const last = found.at(-1);
    if (before && last && goesOn(before, own)) last.text = joinedText(last.text, lineText(own.line));
    else found.push({ text: lineText(own.line), page: own.page });
  });
  return found;
}
