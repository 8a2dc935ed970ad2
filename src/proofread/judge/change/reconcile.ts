import { Exact } from "../../../amount/exact";
import { rateFits } from "../../../amount/rate-fits";
import { yearOnYear } from "../../../amount/ratio";
import { oneSlip } from "../../../text/edits";
import { printedPlaces } from "../../read/figures";
import type { ChangeFound, Saying } from "./stated";

interface Reconciled extends ChangeFound {
  readonly change: Exact;
  readonly prior: Exact;
  readonly rate: Exact;
  readonly fault: "rate" | "delta" | "either" | "way" | null;
}

/** Which way, and which of the two figures, makes the clause true. */
export function reconcile(
  current: Exact,
  size: Exact,
  rate: Exact,
  says: Saying,
  [deltaText, rateText]: readonly [string, string],
  freely: boolean,
): Reconciled {
  const way = (down: boolean): Reconciled => {
    const { change, prior } = signed(current, size, down);
    const right = yearOnYear(current, prior).rate;
    const fits =
      right.equals(rate.abs()) ||
      (freely && (rateFits(current, prior, rate, printedPlaces(rateText)) || (prior.isZero() && rate.isZero())));
    return { change, prior, rate: right, fault: prior.sign() >= 0 && fits ? null : "rate" };
  };
  const [down, up] = [way(true), way(false)];
  const likely = says.direction === "down" || (says.direction === null && says.growth === "down") ? down : up;
  const other = likely === down ? up : down;
  if (likely.fault === null && other.fault === null && says.direction !== null && says.growth !== null && says.direction !== says.growth)
    return { ...likely, fault: "way" };
  if (likely.fault === null) return likely;
  if (other.fault === null && says.direction !== null) return other;
  const isDown = likely.change.sign() < 0;
  const rateSlip = likely.prior.sign() >= 0 && oneSlip(rateText, likely.rate.toFixed(2));
  const meant = deltasFrom(current, rate, isDown).filter((change) => oneSlip(deltaText, change.abs().toFixed(2)));
  const deltaSlip = meant.length > 0 || (freely && slipFits(deltaText, current, rate, likely));
  const [change] = meant;
  // Several amounts come to one rate: which of them was meant is certain only where one alone is a slip away.
  const isCertain = meant.length === 1 && !rateSlip && !freely && !isOfThisYear(current, size, rate);
  if (change && isCertain) return { change, prior: current.minus(change), rate, fault: "delta" };
  return { ...likely, fault: rateSlip && !deltaSlip ? "rate" : "either" };
}

export function signed(current: Exact, size: Exact, down: boolean): { change: Exact; prior: Exact } {
  const change = down ? size.abs().negated() : size.abs();
  return { change, prior: current.minus(change) };
}

/** 减少0.32万元，下降7.44% of this year's 4.30: the rate was worked out on this year's figure, and not the amount is what is wrong. */
const isOfThisYear = (current: Exact, size: Exact, rate: Exact): boolean =>
  current.sign() > 0 && size.abs().shifted(2).quotient(current, 2).equals(rate.abs());

/** Whether another digit somewhere, or two of them swapped, makes of the 增减额 one that the rate fits. */
function slipFits(text: string, current: Exact, rate: Exact, { change }: Pick<Reconciled, "change">): boolean {
  const fits = (digits: string): boolean => {
    const size = Exact.parse(digits.replace(/,/g, ""));
    return size !== null && rateFits(current, current.minus(change.sign() < 0 ? size.negated() : size), rate);
  };
  return Array.from(text).some((digit, at) => {
    if (!/\d/.test(digit)) return false;
    const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
    const next = behind.charAt(0);
    return (
      Array.from("0123456789").some((other) => other !== digit && fits(before + other + behind)) ||
      (/\d/.test(next) && fits(before + next + digit + behind.slice(1)))
    );
  });
}

/** The changes that a rate and this year's figure lead back to: all that come to it as it is printed. */
function deltasFrom(current: Exact, rate: Exact, down: boolean): readonly Exact[] {
  const factor = Exact.ofUnits(100).plus(down ? rate.abs().negated() : rate.abs());
  if (factor.sign() <= 0) return [];
  const middle = current.minus(current.shifted(2).quotient(factor, 2));
  const fits = (change: Exact): boolean => yearOnYear(current, current.minus(change)).rate.equals(rate.abs());
  const found = [middle];
  for (const step of [HUNDREDTH, HUNDREDTH.negated()])
    for (let next = middle.plus(step); found.length < MOST_DELTAS && fits(next); next = next.plus(step)) found.push(next);
  return found;
}

/** Whether a slip in this year's figure may be what is wrong: of those that fit 增减额 and 增减率 one is a keystroke away from it. */
export function mayBeSlip(text: string, size: Exact, rate: Exact, down: boolean): boolean {
  const change = down ? size.abs().negated() : size.abs();
  const [least, most] = [rate.abs().plus(HALF), rate.abs().minus(HALF)].map((bound) =>
    bound.sign() > 0 ? size.abs().shifted(2).quotient(bound, 2).plus(change) : null,
  );
  if (!least || !most || most.minus(least).toNumber() > WIDEST) return true;
  for (let one = least; one.compare(most) <= 0; one = one.plus(HUNDREDTH)) if (oneSlip(text, one.toFixed(2))) return true;
  return false;
}

const HALF = Exact.ofUnits(5, 3);
const WIDEST = 5;
const HUNDREDTH = Exact.ofUnits(1, 2);
/** As many and more only in amounts so large that a slip in them says nothing. */
const MOST_DELTAS = 100;
