import { Exact } from "./exact";
import { PERCENT_DECIMALS, share } from "./ratio";
import type { Wan } from "./unit";

/** One unit of the last printed place of an amount stated to two decimals. */
export const HUNDREDTH = Exact.ofUnits(1, 2) as Exact<Wan>;
/** One unit of the last place of an amount printed without decimals. */
export const WHOLE = Exact.ofUnits(1) as Exact<Wan>;
/** How far stored values may stray when the workbook keeps more decimals than it prints (docs/rules.md 0.4). */
export const STORED_TOLERANCE = Exact.ofUnits(1, 6) as Exact<Wan>;

const HALF = Exact.ofUnits(5, 1);

/**
 * holds: agrees · rounding: within what rounding of the printed figures explains · unlikely: still possible, but beyond
 * three standard deviations of such rounding · broken: rounding cannot explain it.
 */
export type SumVerdict = "holds" | "rounding" | "unlikely" | "broken";

/**
 * The most that n rounded addends and their rounded total can differ: each is off by half a unit at most, and the
 * difference lies on the grid of the last place, hence floor((n+1)/2) units. Rule: docs/rules.md 0.3, B(n).
 *
 * @param addends how many non-blank addends.
 * @param precision one unit of the last printed place (0.01).
 */
export function roundingBound<U = Wan>(addends: number, precision: Exact<U> = HUNDREDTH as Exact<never>): Exact<U> {
  return precision.times(Exact.ofUnits(Math.floor((addends + 1) / 2)));
}

/** The figures that stand in one identity and the last places they are printed to, in whole steps of one small unit. */
export interface LastPlaces {
  /** Figures on either side, blanks aside. */
  readonly left: number;
  readonly right: number;
  /** The last places of those figures, added up. */
  readonly total: number;
  /** The last places of the tables the identity speaks of: the finest and the coarsest. */
  readonly finest: number;
  readonly coarsest: number;
  /** The left side is at most the right one, rather than equal. */
  readonly atMost: boolean;
}

/** One figure against one: the same quantity twice. */
export function isSame({ left, right, atMost }: Pick<LastPlaces, "left" | "right" | "atMost">): boolean {
  return left <= 1 && right <= 1 && !atMost;
}

/**
 * What rounding can explain in an identity, in the same steps: each figure is off by half a unit of its own last place at
 * most, on the grid of the finest. The same quantity twice, printed to the same place, is one rounding of one number:
 * nothing. Printed to different places (万元 with two decimals against 元) it is off by half a unit of each.
 * Rules: docs/rules.md 0.2, 0.3.
 */
export function explainable(places: LastPlaces): number {
  const { total, finest, coarsest } = places;
  if (!isSame(places)) return onGrid(Math.max(total, 2 * finest), finest);
  return finest === coarsest ? 0 : onGrid(finest + coarsest, finest);
}

const onGrid = (total: number, finest: number): number => Math.floor(total / (2 * finest)) * finest;

/** Three standard deviations of the same difference, 3 × precision × √((n+1)/12). Rule: docs/rules.md 0.3, S(n). */
export function threeSigma(addends: number, precision: Exact = HUNDREDTH): number {
  return 3 * precision.toNumber() * Math.sqrt((addends + 1) / 12);
}

/** A sum of `addends` printed figures against its printed total. Rule: docs/rules.md 0.3. */
export function judgeSum<U>(difference: Exact<U>, addends: number, precision: Exact<U> = HUNDREDTH as Exact<never>): SumVerdict {
  return judgeWithin(difference, roundingBound(addends, precision), precision.times(precision).times(Exact.ofUnits(addends + 1)));
}

/**
 * A difference against what rounding can explain at most, and the sum of the squares of the figures' last places. Three
 * standard deviations are 3√(Σp²/12), squared so that no root is taken: 4d² > 3Σp².
 */
export function judgeWithin(difference: Exact, bound: Exact, squares: Exact): SumVerdict {
  if (difference.isZero()) return "holds";
  const size = difference.abs();
  if (size.compare(bound) > 0) return "broken";
  return size
    .times(size)
    .times(Exact.ofUnits(4))
    .compare(squares.times(Exact.ofUnits(3))) > 0
    ? "unlikely"
    : "rounding";
}

/** Whether an identity holds in the stored values of a workbook that keeps more decimals than it prints. docs/rules.md 0.4. */
export function holdsAsStored(difference: Exact): boolean {
  return difference.abs().compare(STORED_TOLERANCE) <= 0;
}

/**
 * The same quantity shown in two places is one rounding of one number, so nothing is forgiven: one unit of the last
 * place is worth a warning (another path of rounding), more is broken. Rule: docs/rules.md 0.2.
 */
export function judgeSame(difference: Exact, precision: Exact = HUNDREDTH): "holds" | "offByOne" | "broken" {
  if (difference.isZero()) return "holds";
  return difference.abs().compare(precision) <= 0 ? "offByOne" : "broken";
}

/**
 * A printed share against the printed amounts. Equal when recomputed: holds. Otherwise the amounts behind the printed
 * ones may lie half a unit either way; when some share in that interval prints as `printedPercent`: rounding.
 * Rule: docs/rules.md 0.5.
 *
 * @param printedPercent percentage points: 99.84.
 * @param precision one unit of the last printed place of the amounts.
 */
export function judgeShare(
  part: Exact,
  whole: Exact,
  printedPercent: Exact,
  precision: Exact = HUNDREDTH,
): "holds" | "rounding" | "broken" {
  const recomputed = share(part, whole);
  if (recomputed === null) return part.isZero() && printedPercent.isZero() ? "holds" : "broken";
  if (recomputed.equals(printedPercent)) return "holds";
  const [low, high] = shareInterval(part, whole, precision.times(HALF));
  const above = low === null || printedPercent.compare(low) >= 0;
  const below = high === null || printedPercent.compare(high) <= 0;
  return above && below ? "rounding" : "broken";
}

/** The smallest and the largest printed share that the amounts behind the printed ones can give; equal where it is certain what ought to stand. */
export function possibleShares(part: Exact, whole: Exact, precision: Exact = HUNDREDTH): readonly [Exact | null, Exact | null] {
  return shareInterval(part, whole, precision.times(HALF));
}

/** The printed shares that amounts within `half` of the printed ones can give; null: unbounded on that side. */
function shareInterval(part: Exact, whole: Exact, half: Exact): readonly [Exact | null, Exact | null] {
  if (whole.sign() < 0) return shareInterval(part.negated(), whole.negated(), half);
  const [lowPart, highPart] = [part.minus(half), part.plus(half)];
  const [lowWhole, highWhole] = [whole.minus(half), whole.plus(half)];
  const smallest = lowWhole.sign() > 0 ? lowWhole : null;
  return [extreme(lowPart, lowPart.sign() >= 0 ? highWhole : smallest), extreme(highPart, highPart.sign() >= 0 ? smallest : highWhole)];
}

function extreme(part: Exact, whole: Exact | null): Exact | null {
  return whole && share(part, whole, PERCENT_DECIMALS);
}
