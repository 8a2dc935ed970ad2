import { Exact } from "./exact";
import { PERCENT_DECIMALS, share } from "./ratio";

/** One unit of the last printed place of an amount stated to two decimals. */
export const HUNDREDTH = Exact.ofUnits(1, 2);
/** How far stored values may stray when the workbook keeps more decimals than it prints (rules.md 0.4). */
export const STORED_TOLERANCE = Exact.ofUnits(1, 6);

const HALF = Exact.ofUnits(5, 1);

/**
 * holds: agrees · rounding: within what rounding of the printed figures explains · unlikely: still possible, but beyond
 * three standard deviations of such rounding · broken: rounding cannot explain it.
 */
export type SumVerdict = "holds" | "rounding" | "unlikely" | "broken";

/**
 * The most that n rounded addends and their rounded total can differ: each is off by half a unit at most, and the
 * difference lies on the grid of the last place, hence floor((n+1)/2) units. Rule: rules.md 0.3, B(n).
 *
 * @param addends how many non-blank addends.
 * @param precision one unit of the last printed place (0.01).
 */
export function roundingBound(addends: number, precision: Exact = HUNDREDTH): Exact {
  return precision.times(Exact.ofUnits(Math.floor((addends + 1) / 2)));
}

/** Three standard deviations of the same difference, 3 × precision × √((n+1)/12). Rule: rules.md 0.3, S(n). */
export function threeSigma(addends: number, precision: Exact = HUNDREDTH): number {
  return 3 * precision.toNumber() * Math.sqrt((addends + 1) / 12);
}

/** A sum of `addends` printed figures against its printed total. Rule: rules.md 0.3. */
export function judgeSum(difference: Exact, addends: number, precision: Exact = HUNDREDTH): SumVerdict {
  if (difference.isZero()) return "holds";
  const size = difference.abs();
  if (size.compare(roundingBound(addends, precision)) > 0) return "broken";
  return exceedsThreeSigma(size, addends, precision) ? "unlikely" : "rounding";
}

/** |d| > 3p√((n+1)/12), squared so that no root is taken: 4d² > 3p²(n+1). */
function exceedsThreeSigma(size: Exact, addends: number, precision: Exact): boolean {
  const left = size.times(size).times(Exact.ofUnits(4));
  const right = precision.times(precision).times(Exact.ofUnits(3 * (addends + 1)));
  return left.compare(right) > 0;
}

/** Whether an identity holds in the stored values of a workbook that keeps more decimals than it prints. rules.md 0.4. */
export function holdsAsStored(difference: Exact): boolean {
  return difference.abs().compare(STORED_TOLERANCE) <= 0;
}

/**
 * The same quantity shown in two places is one rounding of one number, so nothing is forgiven: one unit of the last
 * place is worth a warning (another path of rounding), more is broken. Rule: rules.md 0.2.
 */
export function judgeSame(difference: Exact, precision: Exact = HUNDREDTH): "holds" | "offByOne" | "broken" {
  if (difference.isZero()) return "holds";
  return difference.abs().compare(precision) <= 0 ? "offByOne" : "broken";
}

/**
 * A printed share against the printed amounts. Equal when recomputed: holds. Otherwise the amounts behind the printed
 * ones may lie half a unit either way; when some share in that interval prints as `printedPercent`: rounding.
 * Rule: rules.md 0.5.
 *
 * @param printedPercent percentage points: 99.84.
 * @param precision one unit of the last printed place of the amounts.
 */
export function judgeShare(part: Exact, whole: Exact, printedPercent: Exact, precision: Exact = HUNDREDTH): "holds" | "rounding" | "broken" {
  const recomputed = share(part, whole);
  if (recomputed === null) return part.isZero() && printedPercent.isZero() ? "holds" : "broken";
  if (recomputed.equals(printedPercent)) return "holds";
  const [low, high] = shareInterval(part, whole, precision.times(HALF));
  const above = low === null || printedPercent.compare(low) >= 0;
  const below = high === null || printedPercent.compare(high) <= 0;
  return above && below ? "rounding" : "broken";
}

/** The printed shares that amounts within `half` of the printed ones can give; null: unbounded on that side. */
function shareInterval(part: Exact, whole: Exact, half: Exact): readonly [Exact | null, Exact | null] {
  if (whole.sign() < 0) return shareInterval(part.negated(), whole.negated(), half);
  const [lowPart, highPart] = [part.minus(half), part.plus(half)];
  const [lowWhole, highWhole] = [whole.minus(half), whole.plus(half)];
  const smallest = lowWhole.sign() > 0 ? lowWhole : null;
  return [
    extreme(lowPart, lowPart.sign() >= 0 ? highWhole : smallest),
    extreme(highPart, highPart.sign() >= 0 ? smallest : highWhole),
  ];
}

function extreme(part: Exact, whole: Exact | null): Exact | null {
  return whole && share(part, whole, PERCENT_DECIMALS);
}
