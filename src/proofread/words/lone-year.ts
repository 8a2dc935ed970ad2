import { doubtYear, ONE_OR_ALL } from "../rules/doubtful-year";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { ownYearsOf, type OwnYear } from "../rules/own-years";

/** What is told by right of the year before, and of the one behind, unless it is told of the text's own year as well. */
const EARLIER = /执行|完成|决算|年初|结转|结余|上年|去年|调整/;
const LATER = /预算|计划|规划|下年/;
/** Farther apart, two years are those of a history. */
const FAR = 3;

/**
 * A text that is of one year from end to end, and once of another; or under a heading of one year a sentence of
 * another. Nobody knows whether only the year is wrong or the whole sentence is another year's. `isStrange`: no family's sentences say
 * where which year belongs.
 */
export function judgeLoneYear(ledger: Ledger, lines: readonly Line[], isStrange: boolean): void {
  const own = ownYearsOf(lines);
  const times = new Map<number, number>();
  for (const one of own) times.set(one.year, (times.get(one.year) ?? 0) + 1);
  const year = [...times].sort(([, a], [, b]) => b - a)[0]?.[0];
  if (year === undefined) return;
  // The workbook's year is the text's as well.
  const isKnown = ledger.book.withWorkbook && ledger.book.recognised.year !== null;
  if (isKnown && (!isStrange || ledger.book.recognised.year !== year)) return;
  const text = lines.map((line) => line.text).join("\n");
  if ((times.get(year) ?? 0) > 1) for (const line of lines) judgeFarYear(ledger, line, year, text);
  const [only, ...more] = own.filter((one) => one.year !== year && !isByRight(one, year, own));
  const often = times.get(year) ?? 0;
  if (only && more.length === 0 && times.get(only.year) === 1 && often > 1 && !lines.some(isOfTwoYears))
    doubtYear(ledger, only.at, `别处都从${String(year)}年说起，这里写${String(only.year)}年。`, ONE_OR_ALL);
  if (isKnown) return;
  judgeTitle(ledger, own, text);
  for (const one of own) judgeReasoned(ledger, one, text, times.size);
  for (const heading of own) if (heading.heading) judgeUnder(ledger, heading, own, lines, times);
}

/** 2036年支出预算 in a text of 2026: of years so far ahead only plans and terms of debts are told. */
function judgeFarYear(ledger: Ledger, line: Line, year: number, text: string): void {
  if (line.kind === "row") return;
  for (const { 0: said, index } of line.text.matchAll(LATER_YEAR)) {
    if (
      Number(said) - year < AHEAD ||
      timesIn(text, Number(said)) > 1 ||
      PLANNED.test(line.text.slice(Math.max(0, index - NEAR), index + NEAR))
    )
      continue;
    doubtYear(ledger, { line, start: index, end: index + said.length }, `全文说的是${String(year)}年，这里写${said}年。`, ONE_OR_ALL);
  }
}
const LATER_YEAR = /(?<![\d.,到至—~-])20[0-4]\d(?=年)/g;
const AHEAD = 5;
const NEAR = 14;
const PLANNED = /规划|远景|目标|到期|期限|期间|计划|偿还|还本/;

/** The title of a short notice, whose only sentence of a year is of another than the title. */
function judgeTitle(ledger: Ledger, own: readonly OwnYear[], text: string): void {
  const [title, told, ...more] = own;
  if (!title?.heading || !told || told.heading || more.length > 0 || told.year === title.year || isByRight(told, title.year, own)) return;
  if (timesIn(text, title.year) === 1)
    doubtYear(ledger, title.at, `标题写${String(title.year)}年，正文写${String(told.year)}年。`, ONE_OR_ALL);
}

/** 2026年“三公”经费预算下降的原因是…: why something changed in a year of which nothing else is told. */
function judgeReasoned(ledger: Ledger, one: OwnYear, text: string, years: number): void {
  if (one.heading || years < 2 || timesIn(text, one.year) > 1 || !REASONED.test(one.sentence)) return;
  doubtYear(ledger, one.at, `这里说${String(one.year)}年增减的原因，别处没有说到${String(one.year)}年。`, ONE_OR_ALL);
}
const REASONED = /(?:增加|减少|增长|下降|上升|变[化动]|大于|小于|低于|高于|持平)[^，。；\d]{0,12}(?:主要)?(?:原因|是因为)/;
const timesIn = (text: string, year: number): number => text.split(`${String(year)}年`).length - 1;

/** 二、2025年决算情况, and right below it a sentence of another year that does not speak of 2025. */
function judgeUnder(
  ledger: Ledger,
  heading: OwnYear,
  own: readonly OwnYear[],
  lines: readonly Line[],
  times: ReadonlyMap<number, number>,
): void {
  const next = lines[heading.at.line.index + 1];
  const below = own.find(({ at }) => at.line === next);
  if (!next || !below || below.heading || below.year === heading.year || next.text.includes(`${String(heading.year)}年`)) return;
  if (isByRight(below, heading.year, [heading])) return;
  if (ledger.isFaulted(heading.at) || ledger.isFaulted(below.at)) return;
  const wrong = (times.get(heading.year) ?? 0) > (times.get(below.year) ?? 0) ? below : heading;
  doubtYear(ledger, wrong.at, `标题写${String(heading.year)}年，下面写${String(below.year)}年。`, ONE_OR_ALL);
}

/** 2025年预算执行情况和2026年预算草案 */
const isOfTwoYears = ({ text, kind }: Line): boolean =>
  kind !== "row" && text.length <= TITLE && !/[，。；]/.test(text) && new Set(text.match(/20[0-4]\d(?=年)/g)).size > 1;
const TITLE = 60;

function isByRight({ year: said, clause, sentence, heading, at }: OwnYear, year: number, own: readonly OwnYear[]): boolean {
  if (Math.abs(said - year) > FAR) return true;
  if (!heading && (sentence.includes(`${String(year)}年`) || (said < year && at.line.text.includes(`${String(year)}年`)))) return true;
  const [matter] = (said < year ? EARLIER : LATER).exec(clause) ?? [];
  return matter !== undefined && !own.some((one) => one.year === year && one.clause.includes(matter));
}
