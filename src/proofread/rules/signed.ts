import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { isOfFinalAccounts } from "./final-accounts";

const DIGITS = "〇一二三四五六七八九";
/** A line that is a date, with the organisation or a label before it at most. */
const SIGNED =
  /^(?:\p{sc=Han}{0,30}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心)|(?:公开|编制|报送|发布|填报|制表)?(?:日期|时间)：?)?(\d{4}|[二][○〇零O0一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/u;
/** From this month on the budget of the next year may be signed. */
const AUTUMN = 10;

/** The year of the signature (docs/rules.md B07): that of the budget, or the autumn before it. */
export function judgeSignature(ledger: Ledger, lines: readonly Line[]): void {
  const { year } = ledger.book;
  if (year === null) return;
  dateLeftOut(ledger, lines);
  const isOfPast = tellsOfPast(lines);
  for (const line of lines) {
    const match = line.kind === "row" ? null : SIGNED.exec(line.text);
    if (!match) continue;
    const [, said = "", month = "", day = ""] = match;
    const signed = numberOf(said);
    noSuchDay(ledger, line, signed, month, day);
    if (signed === year - 1 && countOf(month) >= AUTUMN) continue;
    if (signed === year && countOf(month) >= AUTUMN && countOf(month) <= 12) late(ledger, line, year, month);
    if (signed === year || (isOfPast && signed === year + 1)) continue;
    const start = line.text.indexOf(said);
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "warning",
      at: { line, start, end: start + said.length },
      message: `落款日期写的是${said}年，预算年度是${String(year)}年。`,
      // A text may be signed later than it ought to have been.
      ...(signed < year
        ? { expected: /^\d/.test(said) ? String(year) : inCharacters(year), replaces: true }
        : { advice: "请看是日期写错了，还是正文的年度写错了。" }),
      why: "本年预算在上年末编制，本年初批复后二十日内公开",
    });
  }
}

/** Final accounts, and what else is told of a year when it is over: no word of a budget is in it. */
const tellsOfPast = (lines: readonly Line[]): boolean => isOfFinalAccounts(lines) || !lines.some(({ text }) => text.includes("预算"));

/** The name of the organisation at the very end, and no date below it. */
function dateLeftOut(ledger: Ledger, lines: readonly Line[]): void {
  const last = lines.at(-1);
  const name = canon(ledger.book.organisation ?? "");
  if (!last || name === "" || last.kind === "row" || lines.length < FEW || last.text !== name) return;
  if (lines.slice(-FEW).some(({ text }) => SIGNED.test(text))) return;
  ledger.lacks(last, { message: "落款有单位名称，没有日期。", advice: "请补上公开的日期。" });
}
/** A whole report, its last part among it, of a family whose reports are signed, with neither name nor date below. */
export function judgeUnsigned(ledger: Ledger, lines: readonly Line[]): void {
  const last = lines.at(-1);
  const isWhole = ["三", "四"].every((part) => lines.some(({ text }) => text.startsWith(`第${part}部分`)));
  if (!last || !isWhole || last.kind !== "prose" || last.text === canon(ledger.book.organisation ?? "")) return;
  if (lines.some(({ kind, text }) => kind !== "row" && SIGNED.test(text))) return;
  ledger.lacks(last, {
    severity: "info",
    message: "报告末尾没有落款（单位名称和日期）。",
    advice: "请看是不是漏了；落款在别处的不用理会。",
  });
}

/** A passage that was handed in alone has no signature. */
const FEW = 5;

/** 2026年12月10日 under the budget of 2026: the autumn before was meant, or the beginning of the year. */
function late(ledger: Ledger, line: Line, year: number, month: string): void {
  const start = line.text.lastIndexOf(`${month}月`);
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "warning",
    at: { line, start, end: start + month.length },
    message: `落款写的是${String(year)}年${month}月，${String(year)}年的预算在年初公开，请看年份或月份是不是写错了。`,
    why: "本年预算在上年末编制，本年初批复后二十日内公开",
  });
}

/** 2026年2月30日, 2026年13月5日 */
function noSuchDay(ledger: Ledger, line: Line, year: number, month: string, day: string): void {
  const [inYear, inMonth] = [countOf(month), countOf(day)];
  if (inYear >= 1 && inYear <= 12 && inMonth <= new Date(Date.UTC(year, inYear, 0)).getUTCDate()) return;
  const said = `${month}月${day === "" ? "" : `${day}日`}`;
  const start = line.text.lastIndexOf(said);
  if (ledger.isFaulted({ line, start, end: start + said.length })) return;
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "warning",
    at: { line, start, end: start + said.length },
    message: `落款写的是${said}，没有这一天。`,
    advice: "请核对日期。",
  });
}

const numberOf = (said: string): number =>
  Number(said.replace(/[○零O]/g, "〇").replace(/[〇一二三四五六七八九]/g, (one) => String(DIGITS.indexOf(one))));
const inCharacters = (year: number): string => String(year).replace(/\d/g, (one) => DIGITS.charAt(Number(one)));

/** 二十三, 十五, 8; 0 where none is written. */
function countOf(said: string): number {
  if (/^\d*$/.test(said)) return Number(said);
  const [tens = "", ones = ""] = said.includes("十") ? said.split("十") : ["〇", said];
  return 10 * (tens === "" ? 1 : Math.max(0, DIGITS.indexOf(tens))) + Math.max(0, DIGITS.indexOf(ones || "〇"));
}
