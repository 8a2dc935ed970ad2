import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { yearOnYear } from "../../amount/ratio";
import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { oneSlip } from "../../text/edits";
import { between, sentencesOf, type Sentence } from "./sentences";

const UP = /增加|增长|上升|提高/;
const MOVES = /(?:增加|减少|增长|下降|上升|降低|提高)(?:了|约)?$/;
const COMPARED = /^[，、]?(?:比|较|与|同)[^，。；\d]{0,8}(?:\d{4}年)?[^，。；\d]{0,14}$/;
const OF_LAST_YEAR = /(?:上年|去年|(\d{4})年)[^，。；]{0,16}$/;

/** A clause that names two amounts and says how the one differs from the other. */
interface Claim {
  readonly prior: Stated;
  readonly current: Stated;
  /** 增加, 减少, 持平 and the like. */
  readonly move: Span;
  /** null: said to be the same. */
  readonly rate: Stated | null;
}

/** 上年执行数为A，本年安排B，比上年增加C%: three figures and a direction that must fit each other, whatever the template. */
export function judgeRates(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) if (line.kind !== "row") for (const sentence of sentencesOf(line)) for (const claim of claimsOf(sentence)) judge(ledger, claim);
}

function claimsOf(sentence: Sentence): readonly Claim[] {
  return sentence.figures.flatMap((prior, index): Claim[] => {
    const current = sentence.figures[index + 1];
    if (prior.unit !== "amount" || current?.unit !== "amount" || !isPrior(sentence, prior, current)) return [];
    const rate = sentence.figures[index + 2];
    const { line } = sentence;
    if (rate?.unit === "percent") {
      const words = between(line, current, rate);
      const move = MOVES.exec(words);
      if (!move || !COMPARED.test(words.slice(0, move.index))) return [];
      const start = current.span.end + move.index;
      return [{ prior, current, rate, move: { line, start, end: start + 2 } }];
    }
    const flat = /^[，、]?(?:比|较|与|同)[^，。；]{2,24}?(持平|相同|一致)/.exec(line.text.slice(current.span.end, sentence.end));
    if (!flat?.[1]) return [];
    const end = current.span.end + flat[0].length;
    return [{ prior, current, rate: null, move: { line, start: end - flat[1].length, end } }];
  });
}

/** The first amount is said to be of a year before that of the second. */
function isPrior({ line, start }: Sentence, prior: Stated, current: Stated): boolean {
  const before = OF_LAST_YEAR.exec(line.text.slice(start, prior.span.start));
  const now = /(?:本年|今年|(\d{4})年)[^，。；]{0,16}$/.exec(between(line, prior, current));
  return before !== null && now !== null && (before[1] === undefined || now[1] === undefined || Number(now[1]) === Number(before[1]) + 1);
}

function judge(ledger: Ledger, { prior, current, move, rate }: Claim): void {
  const [before, now] = [prior.value, current.value];
  if (!before || !now) return;
  const { change, rate: right, growth } = yearOnYear(now, before);
  const working = `${show(now)} − ${show(before)} = ${show(change)}，${show(change.abs())} ÷ ${show(before)} = ${growth}${formatPercent(right, GROUPED)}`;
  const all = rate ? [prior, current, rate] : [prior, current];
  const up = UP.test(spanText(move));
  const rightWay = change.isZero() || change.sign() > 0 === up;
  const sized = rate === null ? change.isZero() : rate.value !== null && fits(now, before, rate.value);
  if (sized && (rightWay || rate === null)) {
    for (const stated of all) ledger.prove(stated, `句内算得：${working}`);
    if (rate?.value && !rate.value.equals(right.round(rate.value.decimals())))
      ledger.fault({ id: "B04", category: "change", severity: "info", at: rate.digits, message: `按印出的两个数算，应为${formatPercent(right, GROUPED)}；写的是${spanText(rate.span)}，可能是按更细的数算的。`, formula: working, left: rate.value, right });
    return;
  }
  for (const stated of all) ledger.blame(stated);
  if (sized && rate)
    ledger.fault({ id: "B00", category: "direction", severity: "error", at: move, message: `从${show(before)}到${show(now)}，写的是“${spanText(move)}”。${working}。`, expected: change.sign() > 0 ? "增加" : "减少", replaces: true, formula: working });
  else
    ledger.fault({
      id: "B04", category: "change", severity: "error", at: rate?.digits ?? move,
      message: `从${show(before)}到${show(now)}，写的是“${spanText(move)}${rate ? spanText(rate.span) : ""}”，按这两个数应为${growth}${formatPercent(right, GROUPED)}。`,
      ...(rate && rightWay && oneSlip(spanText(rate.digits), right.toFixed(2)) ? { expected: formatAmount(right, GROUPED), replaces: true } : {}),
      formula: working, advice: "两个金额和幅度里总有一个写错了，请对照上年的预算或决算。", left: rate?.value ?? Exact.zero, right,
    });
}

const show = (value: Exact): string => formatAmount(value, GROUPED);

/** Whether the rate is that of amounts that print as these do: each may be off by half of its last digit. */
function fits(now: Exact, before: Exact, rate: Exact): boolean {
  if (before.isZero()) return rate.equals(Exact.ofUnits(now.isZero() ? 0 : 100));
  const half = (value: Exact): number => 0.5 * 10 ** -Math.max(2, value.decimals());
  const [a, b] = [now.toNumber(), before.toNumber()];
  const edges = [-1, 1].flatMap((x) => [-1, 1].map((y) => Math.abs((a + x * half(now)) / (b + y * half(before)) - 1) * 100));
  const slack = 0.5 * 10 ** -rate.decimals() + 1e-9;
  return rate.toNumber() >= Math.min(...edges) - slack && rate.toNumber() <= Math.max(...edges) + slack;
}
