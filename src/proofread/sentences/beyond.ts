import { numeralsIn } from "../../narrative/pattern/numerals";
import { read } from "../../narrative/pattern/read";
import { judgeOfficial } from "../judge/official";
import { judgeAppended } from "./appended";
import { judgeStatement } from "../judge/statement";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { spanText, type Span } from "../text/lines";
import { figuresIn } from "./figures-in";
import { likest } from "./pairs";
import type { Held } from "./held";
import type { Found } from "./found";

/** Alike enough to be the same statement again, if its words are the same. */
const AGAIN = 0.8;
/** Shorter ones (其中：) are said again and again. */
const SHORT = 12;

/** Statements that nobody asked for: said again, said of what the tables do not have, going on with a person's own words, or not understood. */
export function tellBeyond(ledger: Ledger, held: Held): void {
  const { found, by, of, expected } = held;
  let section = expected[0]?.section ?? null;
  let before: Found | null = null;
  const again: { one: Found; first: Found }[] = [];
  found.forEach((one, j) => {
    const own = expected[by[j] ?? -1];
    if (own) section = own.section;
    else if (one.line.kind !== "heading" && !ledger.isFree(one)) {
      const same = likest(expected, one)
        // What is said of every item in the same words is said again only behind an item that is.
        .filter(
          ([i, alike]) => alike >= AGAIN && (of[i] ?? -1) >= 0 && (expected[i]?.usual === null || again.at(-1)?.one.line === one.line),
        )
        .sort((a, b) => b[1] - a[1]);
      const last = again.at(-1);
      const said = same.flatMap(([i]) => found[of[i] ?? -1] ?? []).filter((other) => isAgain(other, one));
      // Of a line that is said again, what follows is that line's.
      const first = (last?.one.line === one.line ? said.find(({ line }) => line === last.first.line) : undefined) ?? said[0];
      const form = bestForm(held, one, section);
      if (first && isSentence(ledger, one) && (one.text.length > SHORT || again.at(-1)?.one.line === one.line)) again.push({ one, first });
      else if (form) beyond(ledger, held, one, form);
      else if (before?.line === one.line && ledger.touches(before)) {
        judgeAppended(ledger, one);
        ledger.free.push(one);
      }
    }
    before = one;
  });
  const lines = [...new Set(again.map(({ one }) => one.line))];
  lines.forEach((line, index) => {
    repeated(
      ledger,
      again.filter(({ one }) => one.line === line),
      lines[index - 1]?.index === line.index - 1,
    );
  });
}

/** A line of the contents is none. */
const isSentence = ({ freely }: Ledger, { text }: Found): boolean => !freely || /[，、；。：]$/.test(text);

/** The same words, whatever the figures; a name that differs makes it another statement. */
function isAgain(first: Found, one: Found): boolean {
  const bare = (found: Found): string =>
    withoutFigures(found.text)
      .replace(/^[（）、.一二三四五六七八九十]+/, "")
      .replace(/主要原因.*$/s, "");
  return bare(first) === bare(one);
}

/** Units go with their figures: one that is lost or another makes no other sentence. */
function withoutFigures(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of numeralsIn(text).values()) {
    kept.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...kept, text.slice(at)].join("").replace(/[\d,.]+/g, "");
}

/** The statements of one line that were said before, as one fault at the later of the two places. `goesOn`: so was the line before it, and the paste is told there. */
function repeated(ledger: Ledger, again: readonly { readonly one: Found; readonly first: Found }[], goesOn: boolean): void {
  const [begin, last] = [again[0], again.at(-1)];
  if (!begin || !last) return;
  const one = { ...begin.one, end: last.one.end };
  const first = { ...begin.first, end: begin.first.line === last.first.line ? last.first.end : begin.first.end };
  ledger.claim(one);
  for (const pair of again) sayAgain(ledger, pair.one, pair.first);
  const same = again.every((pair) => pair.one.text === pair.first.text);
  const at = same && first.line.index > one.line.index ? first : one;
  // The name of another project in its place is told to be that.
  if (same && ledger.isFaulted(at, true)) return;
  ledger.fault({
    id: "B10",
    category: "extra",
    severity: !same ? "error" : goesOn ? "info" : "warning",
    at: withItsMark(at),
    expected: "",
    // 项目名称：… stands over what is said of it.
    ...(same && /[。；：]$/.test(spanText(at)) ? { replaces: true } : {}),
    message: same ? "这一句与另一句一字不差，像是重复粘贴。" : `同一句话写了两次，两处不一样（另一处：“${first.text.slice(0, 60)}”）。`,
    advice: "请留下对的一句，删去另一句。",
  });
}

/** 9.住房保障支出…。: with all that it numbered, the number goes as well. */
function withItsMark({ line, start, end }: Span): Span {
  const isAll = end === line.text.length && MARK.test(line.text.slice(0, start));
  return { line, start: isAll ? 0 : start, end };
}
const MARK = /^（?[一二三四五六七八九十\d]{1,3}[）、.．]$/;

/** Figures that are said again as they were are as right as they were; of others nobody knows which of the two is. */
function sayAgain(ledger: Ledger, one: Found, first: Found): void {
  const before = figuresOf(first.line, first.start, first.end).filter((stated) => ledger.standing(stated)?.kind === "proved");
  for (const stated of figuresOf(one.line, one.start, one.end))
    if (before.some(({ span }) => spanText(span) === spanText(stated.span))) ledger.prove(stated, "与前面同一句话里的数一致");
    else if (one.text !== first.text) ledger.leave(stated, "同一句话写了两次，两处不一样");
}

/** The form of a section that a statement is of; null where it is none. */
export function bestForm({ forms }: Held, one: Found, section: string | null): Held["forms"][number] | null {
  const own = forms.filter((form) => form.section === section);
  const candidates = own.map(({ grams }) => ({ grams, spare: NONE, open: true, kind: "statement" as const, figured: true }));
  const best = likest(candidates, one)
    .filter(([, alike]) => alike >= FORM)
    .sort((a, b) => b[1] - a[1])[0];
  return best ? (own[best[0]] ?? null) : null;
}

const FORM = 0.64;
const NONE: ReadonlySet<number> = new Set();

function beyond(ledger: Ledger, { expected, of }: Held, one: Found, form: Held["forms"][number]): void {
  const reading = read(form.pattern, one.text, ledger.book.amounts);
  if (!reading) return;
  ledger.claim(one);
  judgeStatement(ledger, one, reading);
  judgeOfficial(ledger, one, reading.slots, "");
  const listed = expected.some(({ section, kind }) => section === form.section && kind === "statement");
  // It may be the one that is told to be missing, in other words.
  const missing = likest(expected, one).some(([i]) => (of[i] ?? -1) < 0 && expected[i]?.section === form.section);
  const named = reading.slots.some(({ node }) => node.kind === "free" && node.role === "name");
  const nothing = reading.slots.some(
    ({ node, numeral }) =>
      node.kind === "figure" && node.part === "current" && numeral !== null && isNothing(one.text.slice(numeral.start, numeral.digits)),
  );
  // In other words it may be one that the tables call otherwise.
  const sameFigure =
    ledger.freely &&
    expected.some(
      ({ pattern }, i) => (of[i] ?? -1) < 0 && figuresIn(pattern, ledger.book.amounts).some((figure) => one.digits.has(figure)),
    );
  // Of what went away altogether there is nothing this year, and it is the figure that is wrong.
  const gone = /(?:下降|减少|降低)100(?:\.0+)?%/.test(one.text);
  if (ledger.book.withWorkbook && listed && named && !nothing && !gone && !missing && !sameFigure && tableOf(ledger, form.section))
    ledger.fault({
      id: "B-多",
      category: "extra",
      severity: "error",
      at: one,
      message: `“${one.text.slice(0, 40)}…”在公开表上没有。`,
      advice: "请核对科目或项目的名称。",
    });
}

/** What only last year had is said of this year with nothing. */
const isNothing = (digits: string): boolean => /^0(?:\.0+)?$/.test(digits);

function tableOf({ book }: Ledger, section: string): boolean {
  return [...book.recognised.tables.keys()].some((key) => key === section);
}
