import { numberOf, numeralFor } from "../../text/numerals";
import type { Ledger } from "../ledger";
import type { ProofCategory } from "../report";
import type { Line } from "../text/lines";
import { isFirstEntry } from "../text/list-mark";

/** How entries are numbered at the beginning of their lines: 一、 （一） 1. （1） */
const PARAGRAPHS = /^（([一二三四五六七八九十]{1,3})）/;
const HIGHEST = /^([一二三四五六七八九十]{1,3})、/;
const MARKS: readonly RegExp[] = [HIGHEST, PARAGRAPHS, /^(\d{1,2})(?:[.．、](?!\d))/, /^（(\d{1,2})）/];
/** Each part counts anew: what is headed without a number of its own is one. */
const PART = /^第[一二三四五六七八九十]部分|^表\d{1,2}|^[^。；：，\t]{2,60}(?:说明|解释|职能|职责|设置)$/;
const startsPart = ({ text, kind }: Line): boolean =>
  PART.test(text) && (kind === "row" || !(text.startsWith("（") || MARKS.some((mark) => mark.test(text))));
/** Farther apart the numbers are of two lists. */
const NEAR = 3;

interface Entry {
  readonly line: Line;
  /** Its number, as it is printed. */
  readonly said: string;
  readonly number: number;
  /** How it is marked, of MARKS. */
  readonly mark: number;
  /** Where its line stands, and in which part. */
  readonly index: number;
  readonly part: number;
  /** What may be one only goes on counting. */
  readonly certain: boolean;
  /** A paragraph that may be all that is left of a list. */
  readonly whole: boolean;
}

/** Numbers of a list that do not follow one another: an entry was left out, or stands twice. */
export function judgeNumbering(ledger: Ledger, lines: readonly Line[]): void {
  const entries = entriesIn(ledger, lines);
  const lists = listsOf(entries);
  const begun = lists.flatMap(([first]) => (first?.number === 1 ? [first] : []));
  for (const list of lists) judgeList(ledger, lines, list, begun);
  judgeOverParts(ledger, lines, entries);
}

/** 五、 at the end of one part and 七、 at the beginning of the next: where the numbers go on from part to part, one is left out. */
function judgeOverParts(ledger: Ledger, lines: readonly Line[], entries: readonly Entry[]): void {
  const highest = entries.filter(({ mark }) => MARKS[mark] === HIGHEST);
  highest.forEach((next, at) => {
    const last = highest[at - 1];
    const before = highest[at - 2];
    // The numbers of two lists: those that the last part went on with go before it.
    if (!last || before?.number !== last.number - 1 || next.part === last.part || next.number <= 2 || !next.certain) return;
    judgeNext(ledger, lines, last, next);
  });
}

function entriesIn(ledger: Ledger, lines: readonly Line[]): readonly Entry[] {
  let part = 0;
  return lines.flatMap((line, index): readonly Entry[] => {
    if (startsPart(line)) part += 1;
    const text = wholeMark(ledger, line);
    const mark = line.kind === "row" ? -1 : MARKS.findIndex((one) => one.test(text));
    const said = MARKS[mark]?.exec(text)?.[1];
    const number = said === undefined ? null : valueOf(said);
    if (said === undefined || number === null) return [];
    return [
      {
        line,
        said,
        number,
        mark,
        index,
        part,
        certain: isEntry(line, lines[index + 1], lines[index + 2]),
        whole: isWhole(line, lines[index - 1], mark),
      },
    ];
  });
}

/**
 * Entries that are counted together, the lists within a list before it: what is marked as an open list is goes on in that one. What may be
 * an entry, if one at all begins the list anew, belongs to it where one that is certain goes on counting from there: headings with others below.
 */
function listsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const closed: Entry[][] = [];
  const open: Entry[][] = [];
  const anew = new Map<number, Entry[]>();
  const close = (from: number): void => {
    closed.push(...open.splice(from).reverse());
  };
  entries.forEach((entry, at) => {
    if (entry.part !== entries[at - 1]?.part) {
      close(0);
      anew.clear();
    }
    const depth = open.findIndex(([first]) => first?.mark === entry.mark);
    const list = open[depth];
    const begun = entry.number === 1 || !list ? [] : (anew.get(entry.mark) ?? []);
    const [goesOn, again] = [entry.number === (list?.at(-1)?.number ?? 0) + 1, entry.number === begun.length + 1];
    if (!goesOn && !entry.certain) {
      if (list && again) anew.set(entry.mark, [...begun, entry]);
      return;
    }
    anew.delete(entry.mark);
    if (list) {
      close(depth + 1);
      list.push(...(!goesOn && again ? begun : []), entry);
    } else open.push([entry]);
  });
  close(0);
  return closed;
}

/** `begun`: the first entries of those lists of the text that begin with one. */
function judgeList(ledger: Ledger, lines: readonly Line[], list: readonly Entry[], begun: readonly Entry[]): void {
  let run = 0;
  list.forEach((entry, at) => {
    const next = list[at + 1];
    run = entry.number === (list[at - 1]?.number ?? NaN) + 1 ? run + 1 : 1;
    const ends = !next || next.number === 1;
    if (at === 0 && entry.number === 2 && isBeheaded(entry, next, begun) && !isMissed(ledger, entry.line)) tell(ledger, entry, Infinity);
    if (ends && entry.number === 1 && entry.whole && !isMissed(ledger, entry.line)) tellAlone(ledger, entry);
    const [before, after] = [list[at - 1], list[at + 2]];
    if (before && next && isOneSlip(before, entry, next)) return;
    if (next?.certain && after && isOneSlip(entry, next, after)) tellSlip(ledger, next, entry.number + 1);
    else if (next?.certain && (run > 1 || entry.number === 1)) judgeNext(ledger, lines, entry, next);
  });
}

/** 3、4、4、6; 一、一、三: those around it go on counting without it. */
const isOneSlip = (before: Entry, { number }: Entry, after: Entry): boolean =>
  after.number === before.number + 2 && number !== before.number + 1;

/** The second of a list is its first: others follow, or what it says belongs to a list; or another list so near is marked alike and has its first. */
const isBeheaded = ({ line, mark, part, index }: Entry, next: Entry | undefined, begun: readonly Entry[]): boolean => {
  if (next && next.number !== 1) return next.number <= 3;
  return (
    FIGURE.test(line.text) &&
    (MARKS[mark] === PARAGRAPHS || begun.some((one) => one.mark === mark && one.part === part && isNear(one.index, index)))
  );
};
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= NEAR_LINES;
const NEAR_LINES = 30;

function judgeNext(ledger: Ledger, lines: readonly Line[], { number: last, index, line }: Entry, next: Entry): void {
  const { number } = next;
  const skipped = number > last + 1 && number <= last + NEAR && !countsOn(lines.slice(index + 1, next.index), last, number);
  const missing = number < last ? number === 2 : skipped;
  if (!ledger.isLacking(line.index, next.line.index) && (missing || number === last)) tell(ledger, next, last);
}

/** An entry whose mark has lost one half, which is told already, counts with the others. */
function wholeMark(ledger: Ledger, line: Line): string {
  const half = /^(?:（([一二三四五六七八九十]{1,3}|\d{1,2})(?!）)|([一二三四五六七八九十]{1,3}|\d{1,2})）)(.*)$/.exec(line.text);
  if (!half || !ledger.isFaulted({ line, start: 0, end: 1 })) return line.text;
  return `（${half[1] ?? half[2] ?? ""}）${half[3] ?? ""}`;
}

/** （一）收入预算：…。 as a paragraph of its own, of which a list may be all that is left; what 包括： announces may have one part alone. */
const isWhole = ({ text }: Line, above: Line | undefined, mark: number): boolean =>
  MARKS[mark] === PARAGRAPHS && SENTENCE.test(text) && FIGURE.test(text) && above?.text.endsWith("：") !== true;
const FIGURE = /\d(?:万元|元)/;

/** That something is missing right before a line is told already. */
const isMissed = (ledger: Ledger, { index }: Line): boolean => ledger.isLacking(index - 1, index);

/** Those in between are there, numbered in another manner: （2）, ② among 1. 3. */
function countsOn(between: readonly Line[], last: number, next: number): boolean {
  const numbers = numbersBetween(between);
  for (let number = last + 1; number < next; number += 1) if (!numbers.has(number)) return false;
  return true;
}

/** Those of each manner, but for lists of their own, which begin with a first entry. */
function numbersBetween(between: readonly Line[]): ReadonlySet<number> {
  const byManner = new Map<number, Set<number>>();
  for (const { text } of between) {
    const number = numberAt(text);
    if (number === null) continue;
    const manner = MARKS.findIndex((one) => one.test(text));
    byManner.set(manner, (byManner.get(manner) ?? new Set()).add(number));
  }
  return new Set([...byManner.values()].flatMap((numbers) => (numbers.has(1) ? [] : [...numbers])));
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";
function numberAt(text: string): number | null {
  const said = MARKS.map((mark) => mark.exec(text)?.[1]).find((one) => one !== undefined);
  if (said !== undefined) return valueOf(said);
  const circled = CIRCLED.indexOf(text.charAt(0));
  return text === "" || circled < 0 ? null : circled + 1;
}

/** A sentence, or the heading over one or over a list that begins with one: cells of a table are numbered in their own ways, and what may be one only goes on counting. */
const isEntry = ({ text, kind }: Line, next: Line | undefined, after: Line | undefined): boolean =>
  SENTENCE.test(text) ||
  (next?.kind === "prose" && SENTENCE.test(next.text)) ||
  (kind === "heading" && next !== undefined && after?.kind === "prose" && isFirstEntry(next) && SENTENCE.test(after.text));
const SENTENCE = /[。；：]$/;

/** Said of a line, they explain its number as well. */
const SETTLED: readonly ProofCategory[] = ["missing", "extra", "name"];

const isSettled = (ledger: Ledger, line: Line): boolean =>
  ledger.faults.some((one) => one.at.line === line && one.severity !== "info" && SETTLED.includes(one.category));

const valueOf = (said: string): number | null => (/\d/.test(said) ? Number(said) : numberOf(said));

function tellAlone(ledger: Ledger, { line, said }: Entry): void {
  const start = line.text.indexOf(said);
  if (ledger.isFaulted({ line, start: 0, end: line.text.length })) return;
  ledger.fault({
    id: "B10",
    category: "missing",
    severity: "info",
    at: { line, start, end: start + said.length },
    message: `编号只有第${said}项，后面没有第二项。`,
    advice: "请看是不是漏了一段。",
  });
}

function tellSlip(ledger: Ledger, { line, said }: Entry, right: number): void {
  const start = line.text.indexOf(said);
  const at = { line, start, end: start + said.length };
  if (isSettled(ledger, line)) return;
  const expected = /\d/.test(said) ? String(right) : numeralFor(right);
  ledger.fault({
    id: "B10",
    category: "wording",
    severity: "warning",
    at,
    message: `编号写“${said}”，前后两项之间应是“${expected}”。`,
    expected,
    replaces: true,
  });
}

function tell(ledger: Ledger, { line, said, number }: Entry, last: number): void {
  const start = line.text.indexOf(said);
  const at = { line, start, end: start + said.length };
  if (isSettled(ledger, line)) return;
  ledger.fault({
    id: "B10",
    category: number === last ? "wording" : "missing",
    severity: "info",
    at,
    message:
      number === last
        ? `编号“${said}”前面已经有了。`
        : number < last
          ? `这里的编号从“${said}”开始，前面没有第一项。`
          : `编号不连续：前一项是第${String(last)}项，这里是第${String(number)}项。`,
    advice: "请看是漏了一项，还是编号没有改。",
  });
}
