import { Exact } from "../../amount/exact";
import { formatPercent, GROUPED } from "../../amount/format";
import { yearOnYear } from "../../amount/ratio";
import { rateFits } from "../../amount/rate-fits";
import { oneSlip } from "../../text/edits";
import { shown, written, type Ledger } from "../ledger";
import { ratePlaces, valueOf, type Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { opposite } from "../words/opposite";
import { claimsOf, wayOf, type Claim } from "./comparisons";

/** 上年A，本年B，增加D，增长C%: the figures and the directions must fit each other, whatever the template. */
export function judgeRates(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) if (line.kind !== "row") for (const claim of claimsOf(line)) judge(ledger, claim);
}

function judge(ledger: Ledger, stated: Claim): void {
  const claim = asMeant(ledger, ofWhole(stated));
  if (!claim) return;
  const { prior, current, delta, rate, moves } = claim;
  const [before, now] = [prior.value, current.value];
  if (!before || !now) return;
  const { change, rate: right, growth } = yearOnYear(now, before);
  const working = `${shown(now)} − ${shown(before)} = ${shown(change)}，${shown(change.abs())} ÷ ${shown(before)} = ${growth}${formatPercent(right, GROUPED)}`;
  const all = [prior, current, delta, rate].flatMap((stated) => stated ?? []);
  const sizedDelta = delta?.value ? amountFits(change, delta.value) : null;
  const sizedRate = rate?.value ? rateFits(now, before, rate.value, rate.written === "倍" ? ratePlaces(rate) : undefined) : null;
  const wrongWay = change.isZero() ? undefined : moves.find((move) => wayOf(move) === (change.sign() > 0 ? "down" : "up"));
  if (claim.flat ? change.isZero() : sizedDelta !== false && sizedRate !== false && !wrongWay) {
    for (const stated of all) ledger.prove(stated, `句内算得：${working}`);
    if (rate?.value && rate.written !== "倍" && !rate.value.equals(right.round(rate.value.decimals())))
      ledger.fault({
        id: "B04",
        category: "change",
        severity: "info",
        at: rate.digits,
        message: `按印出的两个数算，应为${formatPercent(right, GROUPED)}；写的是${spanText(rate.span)}，可能是按更细的数算的。`,
        formula: working,
        left: rate.value,
        right,
      });
    return;
  }
  for (const stated of all) ledger.blame(stated);
  if (wrongWay && sizedDelta !== false && sizedRate !== false) {
    // The two amounts may as well have changed places; the rate tells which of them was there before, a table which is this year's.
    // From nothing and to nothing it is all of it, whichever way.
    const isTurnable = before.isZero() || now.isZero();
    const sure = !isTurnable && (sizedRate === true || ledger.standing(current)?.kind === "proved");
    const expected = sure ? opposite(spanText(wrongWay)) : "";
    ledger.fault({
      id: "B00",
      category: "direction",
      severity: "error",
      at: sure ? wrongWay : stretchOf(claim),
      message: `从${shown(before)}到${shown(now)}，写的是“${spanText(wrongWay)}”。${working}。`,
      ...(expected === "" ? { advice: "请看是方向写反了，还是两个数写颠倒了。" } : { expected, replaces: true }),
      formula: working,
    });
    return;
  }
  const wrong = sizedRate === false ? rate : sizedDelta === false ? delta : null;
  const value = wrong === rate ? right : change.abs();
  const sure = wrong !== null && !wrongWay && !isInOtherUnit(wrong, value) && certain(claim, wrong, value, { sizedDelta, sizedRate });
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: sure ? wrong.digits : stretchOf(claim),
    message: `从${shown(before)}到${shown(now)}，写的是“${said(claim)}”，按这两个数应为${change.isZero() ? "持平" : `${change.sign() < 0 ? "减少" : "增加"}${shown(change.abs())}万元，${growth}${formatPercent(right, GROUPED)}`}。`,
    ...(sure ? { expected: written(ledger.book, value, wrong), replaces: true } : {}),
    formula: working,
    advice: "几个数里总有一个写错了，请对照上年的预算或决算。",
    left: wrong?.value ?? Exact.zero,
    right: value,
  });
}

/**
 * 公务用车运行费A万元，其中：加油B万元、维修C万元，与上年D万元相比增加E万元: where the amounts up to the comparison are the parts of one before
 * them, and from that one the change comes out, it is the whole that is compared.
 */
function ofWhole(claim: Claim): Claim {
  const { before, current, prior, delta, rate } = claim;
  let sum = current.value ?? Exact.zero;
  for (const whole of before) {
    const [now, then] = [whole.value, prior.value];
    if (now && then && now.equals(sum)) {
      const change = now.minus(then);
      const comesOut = delta?.value
        ? amountFits(change, delta.value)
        : rate?.value
          ? rateFits(now, then, rate.value, rate.written === "倍" ? ratePlaces(rate) : undefined)
          : change.isZero();
      if (comesOut) return { ...claim, current: whole };
    }
    sum = sum.plus(now ?? Exact.zero);
  }
  return claim;
}

/** From the first of its figures to the last: nobody knows which of them is wrong. */
function stretchOf({ prior, current, delta, rate, moves }: Claim): Span {
  const spans = [...[prior, current, delta, rate].flatMap((one) => (one ? [one.span] : [])), ...moves];
  return {
    ...current.span,
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** An amount that the table has otherwise is told already: the rest of the claim is held against what it ought to be; null where nobody knows that. */
function asMeant(ledger: Ledger, claim: Claim): Claim | null {
  const { current, prior } = claim;
  if (ledger.isFaulted(prior.span)) return null;
  const told = ledger.faults.find(
    ({ at, category }) =>
      category === "figure" && at.line === current.digits.line && at.start >= current.digits.start && at.end <= current.span.end,
  );
  if (!told) return claim;
  return told.right ? { ...claim, current: { ...current, value: told.right } } : null;
}

/** The figure that ought to stand there is known: the others agree among themselves, or one keystroke in it and in none of them makes all fit. */
function certain(
  claim: Claim,
  wrong: Stated,
  value: Exact,
  { sizedDelta, sizedRate }: { readonly sizedDelta: boolean | null; readonly sizedRate: boolean | null },
): boolean {
  const other = wrong === claim.rate ? sizedDelta : sizedRate;
  if (other !== null) return other;
  return oneSlip(spanText(wrong.digits), value.toFixed(2)) && !slippedAmount(claim);
}

/** 增加41.12元 where 41.12万元 are meant: its digits are right. */
const isInOtherUnit = ({ written: unit, digits }: Stated, value: Exact): boolean =>
  ["元", "万元"].some((other) => /元$/.test(unit) && other !== unit && valueOf(spanText(digits), other)?.equals(value) === true);

/** One keystroke in one of the two amounts would make the difference or the rate right as well. */
function slippedAmount({ prior, current, delta, rate }: Claim): boolean {
  const [before, now, size] = [prior.value, current.value, delta?.value ?? rate?.value];
  if (!before || !now || !size) return false;
  const signed = now.compare(before) < 0 ? size.abs().negated() : size.abs();
  const factor = Exact.ofUnits(100).plus(signed);
  const [otherNow, otherBefore] = delta
    ? [before.plus(signed), now.minus(signed)]
    : [before.times(factor).shifted(-2), factor.isZero() ? before : now.shifted(2).quotient(factor, 2)];
  return oneSlip(spanText(current.digits), otherNow.toFixed(2)) || oneSlip(spanText(prior.digits), otherBefore.toFixed(2));
}

const said = ({ moves, delta, rate }: Claim): string => {
  const [first, last] = [moves[0], rate ?? delta];
  if (!first) return "";
  return spanText({ ...first, end: last && last.span.line === first.line ? last.span.end : first.end });
};

/** Three amounts were rounded one by one: their sum may be off by one in the last printed digit, and half of one more. */
function amountFits(change: Exact, delta: Exact): boolean {
  const last = 10 ** -Math.max(2, delta.decimals(), change.decimals());
  return change.abs().minus(delta.abs()).abs().toNumber() <= 1.5 * last + 1e-9;
}
