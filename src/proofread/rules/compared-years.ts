import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { ownYearsOf, type OwnYear } from "./own-years";
import { isOfFinalAccounts } from "./final-accounts";
import { sentenceBefore } from "../text/sentence";

const BUDGETED =
  "(?:度)?(?:年初|初)?(?=20\\d\\d年度?(?:本年|[收支部单财一预])|预算|执行|决算|完成|当年|安排|批复|部门|单位|财政|一般公共|收入|支出|相比|基本持平|持平|相同|(?:有所)?(?:增|减|下降|上升))";
const COMPARED = new RegExp(
  `(?:[比较](\\d{4})年${BUDGETED}|[与同](\\d{4})年${BUDGETED}(?=[^，。；]{0,24}?(?:相比|持平|相同|一致|比较)))`,
  "g",
);
/** 比本年预算减少; where the sentence speaks of last year that may be meant. */
const WITH_ITSELF =
  /[比较](本年|今年|当年)(?:度)?(?=预算|年初|执行|安排|支出|收入|累计|的?\d|(?:决算数?字?|同期)?(?:有所|（)?(?:增|减|下降|上升|降低|持平|无))/g;
/** What it changed by, or that it did not, is no budget beside which final accounts may be set. */
const CHANGED = /^(?:度)?(?:累计|的?\d|(?:决算数?字?|同期)?(?:有所|（)?(?:增|减|下降|上升|降低|持平|无))/;

/** Of this year's budget as well. */
const CARRIED = /上年结[转余]/g;

/** How often a text says each year that it does not compare with. */
function timesOfYears(lines: readonly Line[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const { text } of lines)
    for (const [said] of text.matchAll(SAID)) times.set(Number.parseInt(said, 10), (times.get(Number.parseInt(said, 10)) ?? 0) + 1);
  return times;
}
const SAID = /(?<![比较与同至和\d])\d{4}年/g;

/** A year that no title has, and that the text says but once or twice or no oftener than another, may be what is wrong itself. */
function saysOften(lines: readonly Line[], year: number | null, times: ReadonlyMap<number, number>): boolean {
  const own = times.get(year ?? 0) ?? 0;
  const titled = lines.some(({ text, kind }) => kind !== "row" && !/[，。；]/.test(text) && text.includes(`${String(year)}年`));
  return own >= OFTEN || (titled && [...times].every(([other, said]) => other === year || said < own));
}
const OFTEN = 4;

/** A year compared with itself: 比2026年预算 in the budget of 2026; and with one that is not the last. Final accounts are compared with their own budget. */
export function judgeComparedYears(ledger: Ledger, lines: readonly Line[]): void {
  const { year, withWorkbook } = ledger.book;
  const isFinal = isOfFinalAccounts(lines);
  const times = timesOfYears(lines);
  const isCertain = withWorkbook || saysOften(lines, year, times);
  // What is compared is rather of the year behind that one, if the text says that year oftener than the one it seems to be of.
  const isOfNext = (said: number): boolean => !withWorkbook && (times.get(said + 1) ?? 0) > (times.get(year ?? 0) ?? 0);
  for (const line of lines) {
    if (line.kind === "row") continue;
    if (!isFinal || year === null) againstOthers(ledger, line, year, isCertain, isOfNext);
    againstOwn(ledger, line, isFinal);
    if (year !== null) besideAnother(ledger, line, year, isCertain);
    if (year !== null) withinOne(ledger, line, year);
    againstThis(ledger, line, year, isFinal);
  }
}

/** 比2026年预算, 与2024年预算相比 in the budget of 2026: it is compared with the year before. */
function againstOthers(ledger: Ledger, line: Line, own: number | null, isCertain: boolean, isOfNext: (said: number) => boolean): void {
  for (const match of line.text.matchAll(COMPARED)) {
    const said = Number(match[1] ?? match[2]);
    const year = own ?? toldBefore(line.text, match.index);
    if (year === null || (own === null && said >= year)) continue;
    // What a sentence of another year compares with is looked at beside that one alone.
    const told = toldBefore(line.text, match.index);
    if (said === year - 1 || (own !== null && isOfNext(said)) || (told ?? year) !== year) continue;
    if (said !== told && isTold(line.text, match.index, said)) continue;
    const start = match.index + 1;
    const same = said === year;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: same ? "error" : "warning",
      at: { line, start, end: start + 4 },
      message: same
        ? `本年是${year}年，不能与${year}年自己相比，应与上年（${year - 1}年）相比。`
        : `本年是${year}年，这里与${said}年相比，应与上年（${year - 1}年）相比。`,
      ...(isCertain && own !== null
        ? { expected: String(year - 1), replaces: true }
        : { advice: "请核对这两处的年份，看是哪一处写错了。" }),
    });
  }
}

/** 2026年预算数A万元，2025年预算数B万元，减少…: what it changed by shows that the two are of years behind one another. */
const BESIDE_ANOTHER =
  /(?<![\d比较与同至和])(20[0-4]\d)年(?:度)?预算(?:安排|数)?为?\d[\d,.]{0,16}(?:万|亿)?元，(20[0-4]\d)年(?:度)?预算(?:安排|数)?为?\d[\d,.]{0,16}(?:万|亿)?元，(?=[^，。；\d]{0,12}(?:增|减|下降|上升|降低|压减|持平|一致))/g;
function besideAnother(ledger: Ledger, line: Line, year: number, isCertain: boolean): void {
  for (const match of line.text.matchAll(BESIDE_ANOTHER)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (Math.abs(first - second) === 1 || ![first, second].some((one) => one === year || one === year - 1)) continue;
    const isSecond = first === year || (first === year - 1 && second !== year);
    const [said, right] = isSecond ? [second, first === year ? year - 1 : year] : [first, second === year ? year - 1 : year];
    const start = isSecond ? line.text.indexOf(`，${String(second)}年`, match.index) + 1 : match.index;
    const at = { line, start, end: start + 4 };
    if (ledger.isFaulted(at)) continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "error",
      at,
      message: `一句里先写${String(first)}年，再写${String(second)}年，说的是和上年的增减，有一个年份写错了。`,
      ...(isCertain ? { expected: String(right), replaces: true } : { advice: `请核对这里的${String(said)}年。` }),
    });
  }
}

/** 2025年支出A万元，2026年预算B万元，与2025年支出相比: the year that the sentence tells of by then is that of its last clause that begins with one. */
function toldBefore(text: string, at: number): number | null {
  const clauses = sentenceBefore(text, at).split(/[，；：]/);
  const year = clauses.flatMap((clause) => BEGUN.exec(clause)?.[1] ?? []).at(-1);
  return year === undefined ? null : Number(year);
}
/** 2024年为A万元，2022年为B万元，2024年比2022年减少: the year compared with is one that the sentence tells an amount of. */
const isTold = (text: string, at: number, said: number): boolean =>
  new RegExp(`(?<![比较与同])${String(said)}年[^，。；\\d]{0,20}\\d[\\d,.]*(?:亿|万)?元`).test(sentenceBefore(text, at));
const BEGUN = /^(20[0-4]\d)年/;

/** 比本年预算减少 */
function againstThis(ledger: Ledger, line: Line, year: number | null, isFinal: boolean): void {
  for (const match of line.text.matchAll(WITH_ITSELF)) {
    const changed = CHANGED.test(line.text.slice(match.index + match[0].length));
    const before = line.text.slice(0, match.index);
    // What changed against this year is told in its own clause.
    const sentence = (before.split(changed ? /[，。；]/ : "。").at(-1) ?? "").replace(CARRIED, "");
    if (/上年|上一年|去年|执行/.test(sentence) || (year !== null && sentence.includes(`${String(year - 1)}年`))) continue;
    if (!changed && isFinal) return;
    const start = match.index + 1;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "warning",
      at: { line, start, end: start + 2 },
      message: `本年不能与${match[1] ?? "本年"}自己相比，应与上年相比。`,
      expected: "上年",
      replaces: true,
    });
  }
}

/** 2026年甲A万元，其中乙B万元，2025年本部门收入较上年增加: of one sentence what is compared with the year before is all of one year. */
const LATER = /(?<=[，；])(20[0-4]\d)年(?:度)?[^，。；\d]{0,24}[比较](?:上年|上一年|去年)[^，。；\d]{0,10}(?:增|减|持平|下降|上升)/g;
function withinOne(ledger: Ledger, line: Line, year: number): void {
  for (const { index, 1: said } of line.text.matchAll(LATER)) {
    const before = sentenceBefore(line.text, index);
    const first = BEGUN.exec(before)?.[1];
    const at = { line, start: index, end: index + 4 };
    if (first !== String(year) || said === first || ledger.isFaulted(at) || /原因|由于|因为/.test(before.split("；").at(-1) ?? ""))
      continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "warning",
      at,
      message: `这一句说的是${first}年，这里写${said ?? ""}年，又与上年相比，有一个年份写错了。`,
      advice: "请核对这里的年份。",
    });
  }
}

/** 比2025年的120万元 */
const BESIDE =
  /(?<=[比较与同])(20[0-4]\d)年(?=(?:度)?(?:的\d|[^，。；\d至到底末初]{0,24}(?:相比|持平|相同|一致|比较|增|减|下降|上升|降低|预算|执行|决算)))/g;
/** With its own budget, or with the amounts as they were changed, a year may be compared. */
const CARRIED_OUT = /决算|执行|完成|实际|调整|追加|支出(?!预算|总预算|安排)/;
const BUDGET = /^年(?:度)?[^，。；\d]{0,12}(?:预算|年初|执行)/;

/** 2026年收入预算…，比2026年增加: a year compared with itself, or with one that comes after it, whatever the text is of. */
function againstOwn(ledger: Ledger, line: Line, isFinal: boolean): void {
  const compared = [...line.text.matchAll(BESIDE)];
  const own = compared.length === 0 ? [] : ownYearsOf([line]).filter(({ heading }) => !heading);
  for (const match of compared) {
    // 2024年决算数为A万元。其中：甲B万元，与2025年持平: the sentence of what was carried out is over.
    const isOver = ({ at, clause }: OwnYear): boolean => CARRIED_OUT.test(clause) && line.text.slice(at.end, match.index).includes("。");
    const subject = own.filter((one) => one.at.end < match.index && !isOver(one)).at(-1);
    const said = Number(match[1]);
    if (
      !subject ||
      said < subject.year ||
      toldBefore(line.text, match.index) === said + 1 ||
      line.text.slice(subject.at.end, match.index).includes("原因")
    )
      continue;
    const rest = line.text.slice(match.index + "2026".length);
    if (BUDGET.test(rest) && (isFinal || CARRIED_OUT.test(subject.clause) || said > subject.year)) continue;
    const other = { line, start: match.index, end: match.index + 4 };
    if (ledger.isFaulted(subject.at) || ledger.isFaulted(other)) continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "error",
      at: subject.year === ledger.book.year ? other : subject.at,
      message:
        said === subject.year
          ? `说的是${String(said)}年，又与${String(said)}年自己相比，有一个年份写错了。`
          : `说的是${String(subject.year)}年，却与以后的${String(said)}年相比，有一个年份写错了。`,
      advice: "请核对这两处的年份。",
    });
  }
}
