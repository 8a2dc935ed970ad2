import type { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { printedPlaces, type Stated } from "../read/figures";
import { spanText } from "../text/lines";

/** Amounts of a document are in 万元 throughout: one in 元 that is, in 万元, what the tables have, or that stands where a budget is told. */
export function judgeYuan(ledger: Ledger, figures: readonly Stated[], index: ReadonlyMap<string, unknown>): void {
  const amounts = figures.filter(({ unit }) => unit === "amount");
  const inYuan = amounts.filter(({ written }) => written === "元");
  // In a short notice one among several is rare as well.
  const few = inYuan.length === 1 && amounts.length >= FEW;
  if (!few && (amounts.length < LEAST || inYuan.length * LEAST > amounts.length)) return;
  const most = mostBut("元", amounts);
  for (const stated of inYuan) {
    if (!stated.value || ledger.isFaulted(stated.span)) continue;
    const { line, start } = stated.span;
    const meant = stated.value.shifted(4);
    const before = line.text.slice(Math.max(0, start - REACH), start);
    if (
      !index.has(meant.toString()) &&
      !(isLikeOthers(meant, most) && (BUDGETED.test(before) || meant.decimals() > 1) && !A_PIECE.test(clauseOf(before)))
    )
      continue;
    tellUnit(ledger, stated, "请看是不是“万元”漏了“万”。");
  }
}

/**
 * 减少67.78亿元 in a text that tells all else in 万元: more than all that there is, and as many 万元 would be one amount among the others. What a
 * place as a whole has, and what is aimed at, is told in 亿元 by right.
 */
export function judgeBillions(ledger: Ledger, figures: readonly Stated[], index: ReadonlyMap<string, unknown>): void {
  const amounts = figures.filter(({ unit, value }) => unit === "amount" && value !== null);
  const inBillions = amounts.filter(({ written }) => written === "亿元");
  if (amounts.length < LEAST || inBillions.length * LEAST > amounts.length) return;
  const most = mostBut("亿元", amounts);
  for (const stated of inBillions) {
    const meant = stated.value?.shifted(-4);
    if (!stated.value || !meant || ledger.isFaulted(stated.span) || stated.value.toNumber() <= most * FAR || meant.toNumber() > most)
      continue;
    const { line, start } = stated.span;
    const before = line.text.slice(Math.max(0, start - REACH), start);
    if (
      !index.has(meant.toString()) &&
      (printedPlaces(spanText(stated.digits)) === 0 ||
        !(BUDGETED.test(before) || SUBJECT.test(before)) ||
        OF_A_PLACE.test(clauseOf(before)))
    )
      continue;
    tellUnit(ledger, stated, "比别的金额都多，请看是不是“万元”误作“亿元”。");
  }
}
/** So many times the largest: a total that is told in 亿元 alone is not as much more than its parts. */
const FAR = 5;
const SUBJECT = /（(?:项|\d{5}|\d{7})）$/;
const OF_A_PLACE = /全[国省市区县州镇乡社]|社会|生产总值|产值|投资|贷款|债务|存款|力争|达到|实现|完成|突破|累计|规模以上/;

function tellUnit(ledger: Ledger, stated: Stated, why: string): void {
  ledger.blame(stated);
  ledger.fault({
    id: "B06",
    category: "wording",
    severity: "warning",
    at: { ...stated.span, start: stated.digits.end },
    message: `全文的金额都是万元，这里写${spanText(stated.span)}，${why}`,
    advice: "请核对计量单位。",
  });
}

/** The largest amount of those in other units. */
const mostBut = (unit: string, amounts: readonly Stated[]): number =>
  Math.max(0, ...amounts.flatMap(({ written, value }) => (written === unit || !value ? [] : [value.toNumber()])));

/** 80元 among amounts of 400万元 and less; 3,500元, and 500元 as small sums are told, mean what they say. */
const isLikeOthers = (meant: Exact, most: number): boolean =>
  meant.decimals() > 0 || (!meant.isZero() && meant.toNumber() <= most && meant.toNumber() % ROUND !== 0);
const ROUND = 100;
const LEAST = 6;
const FEW = 3;
/** How far back its clause is looked at. */
const REACH = 40;
const clauseOf = (before: string): string => before.split(/[，。；]/).at(-1) ?? "";
/** What one of many costs is said in 元. */
const A_PIECE = /[每均]|标准|单价|限额/;
const BUDGETED = /(?:预算|决算|支出|收入|拨款|安排|经费|费|增加|减少|资金|总额|金额|规模)(?:数|额)?(?:为|共)?$/;
