import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { yearOnYear } from "../../amount/ratio";
import type { Ledger } from "../ledger";
import { lastPlaceOf, ratePlaces, type Stated } from "../read/figures";
import { spanText, type Span } from "../text/lines";
import { bareNoun, DOWN, wordsBefore } from "./clause";
import { SHARE_BEHIND } from "./share-behind";

/**
 * 甲A万元，乙B万元。与上年相比，甲增加D万元; 甲较上年增加D万元: it is the amount of that name which changed, of its own paragraph or the
 * only one that the text has under it (`told`).
 */
export function changedBy(
  last: Stated | undefined,
  before: readonly Stated[],
  delta: Stated,
  told: ReadonlyMap<string, readonly Stated[]>,
): Stated | undefined {
  const noun = nounOf(delta);
  if (noun === "" || (last && clauseNoun(last).endsWith(noun))) return last;
  const own = before.filter((one) => one.unit === "amount" && clauseNoun(one).endsWith(noun)).at(-1);
  const [only, ...others] = told.get(noun) ?? [];
  return own ?? (only && others.every(({ value }) => value?.equals(only.value ?? Exact.zero) === true) ? only : last);
}
/** 减收 and 增支: income and expenditure of which there is less or more. */
const WAY = "(?:增加|减少|增长|下降|上升|降低|提高|压[减缩]|[增减][收支])了?";
const BASE = "(?:上年|上一年|去年|\\d{4}年|年初预算|年初|预算)";
/** 与上年相比，一般公共预算收支预算增加; 其中：公务接待费同口径比2025年减少 */
const NAMED = [
  new RegExp(`相比，([^，。；\\d]{2,24})${WAY}$`),
  new RegExp(
    `(?:^|[，。；：])(?:其中)?(?:20\\d\\d年度?)?(?:[本我全](?!年)(?:部门|单位)?)?([^，。；：\\d比较与同]{3,24})(?:按?[同可][口比]径)?[比较与同]${BASE}[^，。；\\d]{0,14}${WAY}$`,
  ),
];
export function nounOf(stated: Stated): string {
  const words = wordsBefore(stated);
  return bareNoun(NAMED.map((named) => named.exec(words)?.[1]).find((noun) => noun !== undefined) ?? "");
}
const clauseNoun = (stated: Stated): string => bareNoun(/[^，。；\d]{2,40}$/.exec(wordsBefore(stated))?.[0] ?? "");

/** Whether what stands right behind an amount is what it changed by, and the rate of that. */
export const isChangeOf = (current: Stated, delta: Stated, rate: Stated): boolean =>
  current.unit === "amount" &&
  delta.unit === "amount" &&
  rate.unit === "percent" &&
  current.span.line === delta.span.line &&
  ONLY_COMPARED.test(delta.span.line.text.slice(current.span.end, delta.span.start));

/** Behind the rate of one change: the same amount, compared with something else (，较年初预算数减少4.00万元，下降8.89%). */
export const isComparedAgain = (rate: Stated, delta: Stated): boolean =>
  COMPARED_NEXT.test(rate.span.line.text.slice(rate.span.end, delta.span.start));
const COMPARED_NEXT = new RegExp(`^[，；、][比较与同]${BASE}[^，。；\\d]{0,12}(?:相比，?)?${WAY}$`);

/**
 * A万元，…比上年增加D万元，增长R% or 增长R%，增加D万元: the rate is that of the change against what was there before it. Behind parts (A万元，其中：基本支出
 * B万元、项目支出C万元，比上年增加D万元) it may be that of the whole: one of the amounts `before`.
 */
export function changed(
  ledger: Ledger,
  current: Stated,
  delta: Stated,
  rate: Stated,
  before: readonly Stated[],
  since: Stated = current,
): void {
  if (current.unit !== "amount" || delta.unit !== "amount" || rate.unit !== "percent" || !current.value || !delta.value || !rate.value)
    return;
  const { line } = delta.span;
  const [first, second] = delta.span.start < rate.span.start ? [delta, rate] : [rate, delta];
  const lead = line.text.slice(since.span.line === line ? since.span.end : clauseStart(first), first.span.start).replace(SHARE_BEHIND, "");
  const growth = line.text.slice(first.span.end, second.span.start);
  if (!MOVED.test(lead) || !RATED.test(growth)) return;
  const down = DOWN.test(lead.slice(-LONGEST_WAY));
  const change = down ? delta.value.abs().negated() : delta.value.abs();
  const prior = current.value.minus(change);
  const isOnly = since === current && current.span.line === line && !before.some((one) => one !== current && one.unit === "amount");
  const about: About = { current, delta, rate, lead, growth, down, since, isOnly };
  if (growth.length > 1 && DOWN.test(growth) !== down && !delta.value.isZero()) return;
  if (!isRateOf(current.value, change, rate)) {
    const whole = before.find(({ unit, value }) => unit === "amount" && value !== null && isRateOf(value, change, rate));
    if (whole?.value) proveChange(ledger, whole.value, change, delta, rate);
    else if (isFar(prior, delta.value, rate, lastPlaceOf([current, delta], ledger.book.lastPlace).toNumber()))
      contradicts(ledger, about, besideRate(prior, delta.value, rate, lead));
    return;
  }
  proveChange(ledger, current.value, change, delta, rate);
}

/** 减少了: the word for the direction with what stands behind it. */
const LONGEST_WAY = 3;
/** ，同比增长; （; （+; ，减幅为; 增长: what stands between what an amount changed by and the rate of that. */
const RATED = /^[，、；（]?(?:(?:同比)?(?:增长|下降|减少|增加|降低|上升|提高|压[减缩]|[增涨降减跌]幅)[率度]?[了为约达]?|\+)?$/;
const MOVED = new RegExp(`${WAY}$`);

/** Whether the change is so many hundredths of what the amount was before it, as the rate is printed. */
function isRateOf(current: Exact, change: Exact, rate: Stated): boolean {
  const prior = current.minus(change);
  const said = rate.value?.abs();
  if (!said || prior.sign() < 0) return false;
  // Rounded once, to the places that are printed.
  return prior.isZero() ? yearOnYear(current, prior).rate.equals(said) : inTimes(rate, change.abs().shifted(2), prior).equals(said);
}

/** The rate to the places that it is printed to; of 倍 each place is worth a hundred of those of %. */
const inTimes = (rate: Stated, change: Exact, prior: Exact): Exact =>
  rate.written === "倍"
    ? change
        .shifted(-2)
        .quotient(prior, ratePlaces(rate) + 2)
        .shifted(2)
    : change.quotient(prior, ratePlaces(rate));

function proveChange(ledger: Ledger, current: Exact, change: Exact, delta: Stated, rate: Stated): void {
  const prior = current.minus(change);
  const working = `由本句推出上年 = ${formatAmount(prior, GROUPED)}，${formatAmount(change.abs(), GROUPED)} ÷ ${formatAmount(prior, GROUPED)} = ${formatPercent(rate.value ?? Exact.zero, GROUPED)}`;
  for (const stated of [delta, rate]) if (!ledger.standing(stated)) ledger.prove(stated, working);
}

interface About {
  readonly current: Stated;
  /** What stands right before the comparison: the amount, or the rate of its first. */
  readonly since: Stated;
  readonly delta: Stated;
  readonly rate: Stated;
  readonly lead: string;
  readonly growth: string;
  readonly down: boolean;
  /** No other amount stands before it in its paragraph. */
  readonly isOnly: boolean;
}

/** ，与上年相比增加; （详见表1），收支较上年减少; ，增加: nothing else between the amount and its change, so that the change is that amount's. */
const ONLY_COMPARED = new RegExp(
  `^(?:（[^（）。；\\d]{0,20}[\\d，,]{0,4}）)?[，。；](?:收、?支(?:总计|合计)?(?:均|各)?|收入、?支出(?:均|各)?|各|分别)?(?:按?[同可][口比]径)?(?:同比|[比较与同]?${BASE})[^，。；\\d]{0,20}(?:相比，[^，。；\\d]{0,4})?$|^，${WAY}$`,
);

/**
 * A万元，主要用于甲。受乙影响，比上年减少: with what it is for or why it changed between the two, the change is that of the only amount before it,
 * as long as the comparison names nothing else.
 */
const OF_THE_ONLY = new RegExp(
  `^[，。；][^\\d]{1,160}[，。；](?:按?[同可][口比]径)?[比较与同]${BASE}(?:预算|预算安排|年初预算|执行|决算)?数?(?:相比，?)?${WAY}$`,
);

/**
 * 与2025年执行数A万元相比，减少B万元，下降C%: what the change is of is told, whatever it is compared with; 比上年增加B万元（上年未安排）: all there is
 * of it is new.
 */
export function judgeFromBefore(ledger: Ledger, figures: readonly Stated[]): void {
  figures.forEach((delta, at) => {
    const [prior, rate] = [figures[at - 1], figures[at + 1]];
    if (!prior?.value || !delta.value || prior.unit !== "amount" || delta.unit !== "amount" || prior.span.line !== delta.span.line) return;
    const { text } = delta.span.line;
    const joint = text.slice(prior.span.end, delta.span.start);
    if (NEWLY.test(text.slice(delta.span.end))) {
      const isOfIt = MOVED.test(joint) && !DOWN.test(joint.slice(-LONGEST_WAY)) && !/[。；]/.test(joint.replace(PURPOSE, ""));
      if (isOfIt && !prior.value.equals(delta.value)) tellNewly(ledger, prior, delta);
      return;
    }
    if (rate?.unit !== "percent" || !rate.value || !AGAINST.test(wordsBefore(prior)) || !OF_IT.test(joint)) return;
    if (rate.span.line !== delta.span.line || !RATED.test(text.slice(delta.span.end, rate.span.start))) return;
    if (!isFar(prior.value, delta.value, rate, lastPlaceOf([prior, delta], ledger.book.lastPlace).toNumber())) return;
    const right = delta.value.abs().shifted(2).quotient(prior.value, 2);
    tellChange(
      ledger,
      [prior, delta, rate],
      `${formatAmount(delta.value.abs(), GROUPED)} ÷ ${formatAmount(prior.value, GROUPED)} = ${formatPercent(right, GROUPED)}，写的是${spanText(rate.span)}。`,
    );
  });
}
const AGAINST = new RegExp(`[比较与同]${BASE}[^，。；\\d]{0,16}$`);
const OF_IT = new RegExp(`^(?:的)?(?:相比，?|比较，?)?${WAY}$`);
const NEWLY = /^(?:，|（)上年(?:预算)?(?:未安排|没有安排|无此项|为0)/;
const PURPOSE = /[，。](?:主要用于|受)[^。；]*/g;

const tellNewly = (ledger: Ledger, current: Stated, delta: Stated): void =>
  tellChange(ledger, [current, delta], `上年没有，增加的应是全部，本年是${spanText(current.span)}，写的是增加${spanText(delta.span)}。`);

/** All of them are shown, and none is proposed. */
function tellChange(ledger: Ledger, all: readonly Stated[], message: string): void {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return;
  const at = { ...first.span, end: last.span.end };
  if (ledger.isFaulted(at)) return;
  for (const stated of all) if (ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  tellMismatch(ledger, at, message);
}

function tellMismatch(ledger: Ledger, at: Span, message: string): void {
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at,
    message: `增减额和增减幅度对不上：${message}`,
    advice: "请对照上年的预算，看是哪一个写错了。",
  });
}

/** Where the clause begins that an amount stands in. */
const clauseStart = ({ span: { line, start } }: Stated): number => {
  const before = line.text.slice(0, start);
  return Math.max(...["，", "。", "；", "："].map((mark) => before.lastIndexOf(mark))) + 1;
};

/** Farther off than rounding can be: the amounts behind the printed ones lie half of a last digit either way. */
function isFar(prior: Exact, delta: Exact, rate: Stated, rounded: number): boolean {
  if (prior.sign() <= 0) return true;
  const [before, size] = [prior.toNumber(), Math.abs(delta.toNumber())];
  const [least, most] = [(size - rounded) / (before + 2 * rounded), (size + rounded) / Math.max(rounded, before - 2 * rounded)];
  const slack = 10 ** -Math.min(2, ratePlaces(rate));
  const said = Math.abs(rate.value?.toNumber() ?? 0);
  return said < least * 100 - slack || said > most * 100 + slack;
}

function besideRate(prior: Exact, delta: Exact, rate: Stated, lead: string): string {
  const written = `写的是${spanText(rate.span)}`;
  const said = `${lead.slice(-LONGEST_WAY).replace(/^.*?(?=[增减上下降提压])/, "")}${formatAmount(delta, GROUPED)}万元`;
  if (prior.sign() <= 0) return `${said}，比本年的数还多，上年就没有了，${written}。`;
  const right = delta.abs().shifted(2).quotient(prior, 2);
  return `由本句推出${/年初|[比较与同]预算/.test(lead) ? "年初预算" : "上年"}是${formatAmount(prior, GROUPED)}万元，${said}是${formatPercent(right, GROUPED)}，${written}。`;
}

/** Both amounts and the rate are shown, and none is proposed: any of them may be the one that is wrong. */
function contradicts(ledger: Ledger, { current, delta, rate, lead, since, isOnly }: About, message: string): void {
  const { line } = delta.span;
  const at = {
    line,
    start: since === current && current.span.line === line ? current.span.start : clauseStart(delta),
    end: Math.max(delta.span.end, rate.span.end),
  };
  const named = nounOf(delta);
  const isOwn = named !== "" && clauseNoun(current).endsWith(named);
  if (!(isOwn || ONLY_COMPARED.test(lead) || (isOnly && OF_THE_ONLY.test(lead))) || ledger.isFaulted(at)) return;
  // What is wrong is the amount that is told elsewhere, and that is told.
  if (current.span.line !== line && ledger.isFaulted(current.span)) return;
  const proved = ledger.standing(current)?.kind === "proved";
  for (const stated of [...(proved ? [] : [current]), delta, rate]) ledger.blame(stated);
  tellMismatch(ledger, at, message);
}
