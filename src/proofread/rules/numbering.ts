import { numberOf } from "../../text/numerals";
import type { Ledger } from "../ledger";
import type { ProofCategory } from "../report";
import type { Line } from "../text/lines";

/** How entries are numbered at the beginning of their lines: 一、 （一） 1. （1） */
const PARAGRAPHS = /^（([一二三四五六七八九十]{1,3})）/;
const MARKS: readonly RegExp[] = [/^([一二三四五六七八九十]{1,3})、/, PARAGRAPHS, /^(\d{1,2})(?:[.．、](?!\d))/, /^（(\d{1,2})）/];
/** Each part counts anew: what is headed without a number of its own is one. */
const PART = /^第[一二三四五六七八九十]部分|^表\d{1,2}|^[^。；：，\t]{2,60}(?:说明|解释|职能|职责|设置)$/;
const startsPart = ({ text, kind }: Line): boolean =>
  PART.test(text) && (kind === "row" || !(text.startsWith("（") || MARKS.some((mark) => mark.test(text))));
/** Farther apart the numbers are of two lists. */
const NEAR = 3;

interface Count {
  readonly mark: number;
  last: number;
  /** Where that stands. */
  line: number;
  /** How many followed one another so far. */
  run: number;
  /** Its first entry, where that is the second of a list, until another follows. */
  beheaded: Entry | null;
  /** Its first entry, as long as no other follows it: a paragraph that is all of a list. */
  alone: Entry | null;
}

interface Entry {
  readonly line: Line;
  readonly said: string;
}

/** Numbers of a list that do not follow one another: an entry was left out, or stands twice. */
export function judgeNumbering(ledger: Ledger, lines: readonly Line[]): void {
  let open: Count[] = [];
  const close = (counts: readonly Count[]): void => {
    for (const { mark, beheaded, alone } of counts) {
      if (beheaded && MARKS[mark] === PARAGRAPHS && FIGURE.test(beheaded.line.text) && !isMissed(ledger, beheaded.line))
        tell(ledger, beheaded.line, beheaded.said, 2, Infinity);
      else if (alone && !isMissed(ledger, alone.line)) tellAlone(ledger, alone);
    }
  };
  lines.forEach((line, index) => {
    if (startsPart(line)) {
      close(open);
      open = [];
    }
    const text = wholeMark(ledger, line);
    const mark = line.kind === "row" ? -1 : MARKS.findIndex((one) => one.test(text));
    const said = MARKS[mark]?.exec(text)?.[1];
    const number = said === undefined ? null : valueOf(said);
    if (said === undefined || number === null) return;
    const depth = open.findIndex((one) => one.mark === mark);
    const count = open[depth];
    const isCertain = isEntry(line, lines[index + 1]);
    if (!isCertain && number !== (count?.last ?? 0) + 1) return;
    if (!count) {
      const beheaded = number === 2 ? { line, said } : null;
      open.push({
        mark,
        last: number,
        line: index,
        run: 1,
        beheaded,
        alone: number === 1 ? aloneAt(line, lines[index - 1], said, mark) : null,
      });
      return;
    }
    close(open.slice(depth + 1));
    if (number === 1 && count.last <= 2) close([{ ...count, beheaded: count.run === 1 ? count.beheaded : null }]);
    if (count.beheaded && (number === 3 || number === 2) && !isMissed(ledger, count.beheaded.line))
      tell(ledger, count.beheaded.line, count.beheaded.said, 2, Infinity);
    count.beheaded = null;
    count.alone = number === 1 ? aloneAt(line, lines[index - 1], said, mark) : null;
    open = open.slice(0, depth + 1);
    const skipped =
      number > count.last + 1 && number <= count.last + NEAR && !countsOn(lines.slice(count.line + 1, index), count.last, number);
    const missing = number < count.last ? number === 2 : skipped;
    const told = ledger.faults.some(
      ({ at, category }) => category === "missing" && at.line.index >= count.line && at.line.index <= line.index,
    );
    if (isCertain && !told && (count.run > 1 || count.last === 1) && (missing || number === count.last))
      tell(ledger, line, said, number, count.last);
    count.run = number === count.last + 1 ? count.run + 1 : 1;
    [count.last, count.line] = [number, index];
  });
  close(open);
}

/** An entry whose mark has lost one half, which is told already, counts with the others. */
function wholeMark(ledger: Ledger, line: Line): string {
  const half = /^(?:（([一二三四五六七八九十]{1,3}|\d{1,2})(?!）)|([一二三四五六七八九十]{1,3}|\d{1,2})）)(.*)$/.exec(line.text);
  if (!half || !ledger.isFaulted({ line, start: 0, end: 1 })) return line.text;
  return `（${half[1] ?? half[2] ?? ""}）${half[3] ?? ""}`;
}

/** （一）收入预算：…。 as a paragraph of its own, of which a list may be all that is left; what 包括： announces may have one part alone. */
const aloneAt = (line: Line, above: Line | undefined, said: string, mark: number): Entry | null =>
  MARKS[mark] === PARAGRAPHS && SENTENCE.test(line.text) && FIGURE.test(line.text) && above?.text.endsWith("：") !== true
    ? { line, said }
    : null;
const FIGURE = /\d(?:万元|元)/;

/** That something is missing right before a line is told already. */
const isMissed = ({ faults }: Ledger, { index }: Line): boolean =>
  faults.some(({ at, category }) => category === "missing" && at.line.index <= index && at.line.index >= index - 1);

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

/** A sentence, or the heading over one: cells of a table are numbered in their own ways, and what may be one only goes on counting. */
const isEntry = ({ text }: Line, next: Line | undefined): boolean =>
  SENTENCE.test(text) || (next?.kind === "prose" && SENTENCE.test(next.text));
const SENTENCE = /[。；：]$/;

/** Said of a line, they explain its number as well. */
const SETTLED: readonly ProofCategory[] = ["missing", "extra", "name"];

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

function tell(ledger: Ledger, line: Line, said: string, number: number, last: number): void {
  const start = line.text.indexOf(said);
  const at = { line, start, end: start + said.length };
  if (ledger.faults.some((one) => one.at.line === line && one.severity !== "info" && SETTLED.includes(one.category))) return;
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
