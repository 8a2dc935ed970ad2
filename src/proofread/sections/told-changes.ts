import { changedBy, nounOf } from "../amounts/changes";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { claimsOf } from "../rules/comparisons";
import { spanText, type Line } from "../text/lines";
import { isSlip, movedIn, show, type Moved } from "./moved";

/** What an amount changed by, as often as the text says it right behind that amount. */
export type Told = ReadonlyMap<string, readonly Changed[]>;

/** A change, and the amount that changed. */
interface Changed extends Moved {
  readonly of: Stated;
}

/** Of the lines of a text: by the amounts, as `Exact` prints them. */
export function toldOf(lines: readonly Line[]): Told {
  const told = new Map<string, Changed[]>();
  for (const line of lines) {
    const figures = figuresOf(line);
    const claims = claimsOf(line);
    for (const moved of movedIn(line)) {
      const at = figures.indexOf(moved.stated);
      // 2026年A万元，2025年B万元，较上年增加D万元: what changed is not what stands right before it.
      const last =
        claims.find(({ delta }) => delta === moved.stated)?.current ?? figures[isRateBefore(figures[at - 1], moved) ? at - 2 : at - 1];
      const named = nounOf(moved.stated) !== "";
      const of = named ? changedBy(undefined, figures.slice(0, at), moved.stated, new Map()) : last;
      if (of?.unit !== "amount" || !of.value || of.value.isZero()) continue;
      if (!named && !BEHIND.test(line.text.slice(of.span.end, moved.at.start))) continue;
      const key = of.value.toString();
      told.set(key, [...(told.get(key) ?? []), { ...moved, of }]);
    }
  }
  return told;
}
const BEHIND =
  /^[，（](?:[比较与同](?:上年|上一年|去年|20\d\d年)|同比)[^，。；：\d]{0,12}(?:相比，?)?(?:(?:增长|下降|上升|降低|提高)\d[\d,.]{0,12}%，)?$/;
/** 比上年增长R%，增加D万元 */
const isRateBefore = (rate: Stated | undefined, { at }: Moved): boolean =>
  rate?.unit === "percent" && rate.span.line === at.line && at.line.text.slice(rate.span.end, at.start) === "，";

/** A万元，比上年增加D万元, where D is more than A: there was something before, or nothing, but not less. */
export function judgeGrowth(ledger: Ledger, told: Told): void {
  for (const all of told.values())
    for (const { stated, change, at, of } of all) {
      if (!of.value || change.compare(of.value) <= 0 || ledger.isFaulted({ ...at, start: of.span.start })) continue;
      for (const one of [of, stated]) ledger.blame(one);
      ledger.fault({
        id: "B04",
        category: "change",
        severity: "warning",
        at: of.span.line === at.line ? { ...at, start: Math.min(of.span.start, at.start) } : at,
        message: `一共才${spanText(of.span)}，写的是${show(change)}，比现有的还多。`,
        advice: "请核对这两个数，看是不是写颠倒了。",
      });
    }
}

/** The same amount changed by the same in most places: by a digit otherwise or the other way round in one of them, that one is wrong. */
export function judgeToldAgain(ledger: Ledger, told: Told): void {
  for (const [amount, all] of told) {
    const others = (one: Moved): readonly Moved[] => all.filter(({ change }) => change.equals(one.change));
    const most = all.find((one) => others(one).length >= AGAIN && others(one).length * 2 > all.length);
    if (!most) continue;
    for (const one of all) {
      if (one.change.equals(most.change) || !isSlip(one, most.change) || ledger.isFaulted(one.at)) continue;
      ledger.blame(one.stated);
      ledger.fault({
        id: "B05",
        category: "change",
        severity: "warning",
        at: one.at,
        message: `同样是${amount}万元，别处${String(others(most).length)}次都写${show(most.change)}，这里写${show(one.change)}。`,
        left: one.change,
        right: most.change,
        advice: "请核对这几处的增减额和方向，看是哪一处写错了。",
      });
    }
  }
}
const AGAIN = 2;

/** What the whole that is divided changed by, where the text says it elsewhere, and always the same. */
export function toldElsewhere({ text }: Line, figures: readonly Stated[], told: Told): Moved | undefined {
  const begins = text.indexOf("其中");
  const whole = figures.filter(({ unit, span }) => unit === "amount" && span.end <= begins).at(-1);
  const [first, ...others] = told.get(whole?.value?.toString() ?? "") ?? [];
  return first && others.every(({ change }) => change.equals(first.change)) ? first : undefined;
}
