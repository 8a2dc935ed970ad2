import { Exact } from "../../amount/exact";
import { holdsAsStored, judgeSame, judgeSum, roundingBound, STORED_TOLERANCE } from "../../amount/tolerance";
import type { Reading } from "../../workbook/reading";
import type { Operator } from "../language/expression";
import type { Severity, Verdict } from "../report";
import { FIGURE, FIGURE_DECIMALS, SURELY_EXACT, UNSURE } from "./figures";
import type { Addend, Instance } from "./instances";

/** What was found on one instance. Amounts are in 万元. */
export interface Judged {
  readonly verdict: Verdict;
  /** Of the finding, never above the check's own. */
  readonly severity: Severity;
  readonly left: Exact;
  readonly right: Exact;
  /** left − right as shown. */
  readonly difference: Exact;
  /** What rounding of the printed figures could explain; zero where the same quantity stands twice. */
  readonly bound: Exact;
  /** Cells that hold no amount; the verdict is then notRun. */
  readonly unreadable: readonly Addend[];
  /** True when the stored values agree and only the shown ones differ. */
  readonly storedHolds: boolean;
}

/** Judges one instance by rules.md 0: same quantity exactly, sums within rounding, stored values first. */
export function judge(instance: Instance, operator: Operator, precision: Exact): Judged {
  const plain = judgePlainly(instance, operator);
  return plain ? { verdict: plain, severity: "info", ...sidesOf(instance), bound: Exact.zero, unreadable: [], storedHolds: false } : judgeExactly(instance, operator, precision);
}

/** The common case in whole numbers: nothing to add up, or sides that agree as published. null: to be looked at closely. */
export function judgePlainly({ parts }: Instance, operator: Operator): "holds" | "notApplicable" | null {
  let difference = 0;
  let size = 0;
  let count = 0;
  for (const { slot, rows } of parts) {
    const { shown, states } = slot.figures;
    const sign = slot.side === "left" ? slot.term.sign : -slot.term.sign;
    for (const number of rows) {
      const state = states[number];
      if (state === UNSURE) return null;
      if (state !== FIGURE) continue;
      const figure = shown[number] ?? 0;
      difference += sign * figure;
      size += Math.abs(figure);
      count++;
    }
  }
  if (size > SURELY_EXACT || difference > 0 || (difference < 0 && operator === "=")) return null;
  return count === 0 ? "notApplicable" : "holds";
}

/** Both sides of an instance without unsure cells. */
function sidesOf({ parts }: Instance): Pick<Judged, "left" | "right" | "difference"> {
  const side = (wanted: "left" | "right"): number =>
    parts.filter(({ slot }) => slot.side === wanted).reduce((total, { slot, rows }) => rows.reduce((sum, number) => sum + slot.term.sign * (slot.figures.shown[number] ?? 0), total), 0);
  const [left, right] = [Exact.ofUnits(side("left"), FIGURE_DECIMALS), Exact.ofUnits(side("right"), FIGURE_DECIMALS)];
  return { left, right, difference: left.minus(right) };
}

function judgeExactly(instance: Instance, operator: Operator, precision: Exact): Judged {
  let left = Exact.zero;
  let right = Exact.zero;
  let storedLeft = Exact.zero;
  let storedRight = Exact.zero;
  let leftCount = 0;
  let rightCount = 0;
  const unreadable: Addend[] = [];
  for (const addend of instance.addends) {
    const reading = readAddend(addend);
    if (!reading || reading.kind === "blank") continue;
    if (reading.kind !== "amount") {
      unreadable.push(addend);
      continue;
    }
    const shown = addend.sign === 1 ? reading.shown : reading.shown.negated();
    const stored = addend.sign === 1 ? reading.stored : reading.stored.negated();
    if (addend.side === "left") {
      left = left.plus(shown);
      storedLeft = storedLeft.plus(stored);
      leftCount++;
    } else {
      right = right.plus(shown);
      storedRight = storedRight.plus(stored);
      rightCount++;
    }
  }
  const difference = left.minus(right);
  const single = leftCount <= 1 && rightCount <= 1 && operator === "=";
  // The bound counts addends beside one total: of all figures that stand in the identity, all but one.
  const addends = Math.max(1, leftCount + rightCount - 1);
  const bound = single ? Exact.zero : roundingBound(addends, precision);
  const result = (verdict: Verdict, severity: Severity, storedHolds = false): Judged => ({ verdict, severity, left, right, difference, bound, unreadable, storedHolds });
  if (unreadable.length > 0) return result("notRun", "error");
  if (leftCount + rightCount === 0) return result("notApplicable", "info");
  if (difference.isZero() || (operator === "<=" && difference.sign() < 0)) return result("holds", "info");
  const storedDifference = storedLeft.minus(storedRight);
  if (precision.compare(STORED_TOLERANCE) > 0 && (holdsAsStored(storedDifference) || (operator === "<=" && storedDifference.sign() < 0)))
    return result("rounding", "info", true);
  if (single) return result("broken", judgeSame(difference, precision) === "offByOne" ? "warning" : "error");
  const verdict = judgeSum(difference, addends, precision);
  return verdict === "broken" ? result("broken", "error") : result("rounding", verdict === "unlikely" ? "warning" : "info");
}

/** The reading behind an addend; undefined where the table has no such row or column. */
export function readAddend(addend: Addend): Reading | undefined {
  return addend.row === null ? undefined : addend.table.read(addend.row, addend.column);
}
