import { Exact } from "../../amount/exact";
import { explainable, holdsAsStored, isSame, judgeSame, judgeWithin, STORED_TOLERANCE } from "../../amount/tolerance";
import type { Wan } from "../../amount/unit";
import type { Reading } from "../../workbook/reading";
import type { Operator } from "../language/expression";
import type { Severity, Verdict } from "../report";
import { amountOf, FIGURE, SURELY_EXACT, UNSURE, unitsOf } from "./figures";
import type { Addend, Instance, NamedRows, Slot, Slots } from "./instances";
import type { RowNumbers } from "./table-index";

/** What was found on one instance. Amounts are in 万元. */
export interface Judged {
  readonly verdict: Verdict;
  /** Of the finding, never above the check's own. */
  readonly severity: Severity;
  readonly left: Exact<Wan>;
  readonly right: Exact<Wan>;
  /** left − right as shown. */
  readonly difference: Exact<Wan>;
  /** What rounding of the printed figures could explain; zero where the same quantity stands twice to the same place. */
  readonly bound: Exact<Wan>;
  /** Cells that hold no amount; the verdict is then notRun. */
  readonly unreadable: readonly Addend[];
  /** True when the stored values agree and only the shown ones differ. */
  readonly storedHolds: boolean;
}

/** Judges one instance by docs/rules.md 0: same quantity exactly, sums within rounding, stored values first. */
export function judge(instance: Instance, operator: Operator): Judged {
  const plain = judgePlainly(instance, operator);
  return plain
    ? { verdict: plain, severity: "info", ...sidesOf(instance), bound: Exact.zero, unreadable: [], storedHolds: false }
    : judgeExactly(instance, operator);
}

export type PlainVerdict = Extract<Verdict, "holds" | "notApplicable">;

/** The cells of an instance added up in whole numbers, term by term. */
class PlainSum {
  private difference = 0;
  private size = 0;
  private count = 0;

  /** false: a cell is to be looked at closely. */
  add({ side, term, figures: { shown, states } }: Slot, rows: RowNumbers): boolean {
    const sign = side === "left" ? term.sign : -term.sign;
    for (const number of rows) {
      const state = states[number];
      if (state === UNSURE) return false;
      if (state !== FIGURE) continue;
      const figure = shown[number] ?? 0;
      this.difference += sign * figure;
      this.size += Math.abs(figure);
      this.count++;
    }
    return true;
  }

  verdict(operator: Operator): PlainVerdict | null {
    if (this.size > SURELY_EXACT || this.difference > 0 || (this.difference < 0 && operator === "=")) return null;
    return this.count === 0 ? "notApplicable" : "holds";
  }
}

/** The common case in whole numbers: nothing to add up, or sides that agree as published. null: to be looked at closely. */
export function judgePlainly({ parts }: Instance, operator: Operator): PlainVerdict | null {
  const sum = new PlainSum();
  for (const { slot, rows } of parts) if (!sum.add(slot, rows)) return null;
  return sum.verdict(operator);
}

/** The same of an instance that has not been made. */
export function skimPlainly(slots: Slots, rows: NamedRows, operator: Operator): PlainVerdict | null {
  const sum = new PlainSum();
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index];
    const own = rows[index];
    if (slot && own && !sum.add(slot, own)) return null;
  }
  return sum.verdict(operator);
}

/** Both sides of an instance without unsure cells. */
function sidesOf({ parts }: Instance): Pick<Judged, "left" | "right" | "difference"> {
  const side = (wanted: "left" | "right"): number =>
    parts
      .filter(({ slot }) => slot.side === wanted)
      .reduce((total, { slot, rows }) => rows.reduce((sum, number) => sum + slot.term.sign * (slot.figures.shown[number] ?? 0), total), 0);
  const [left, right] = [amountOf(side("left")), amountOf(side("right"))];
  return { left, right, difference: left.minus(right) };
}

/** What the addends of an instance come to, on either side. */
interface Totals {
  left: Exact<Wan>;
  right: Exact<Wan>;
  storedLeft: Exact<Wan>;
  storedRight: Exact<Wan>;
  readonly places: { left: number; right: number; total: number; squares: number };
  readonly unreadable: Addend[];
}

function totalsOf(addends: readonly Addend[]): Totals {
  const totals: Totals = {
    left: Exact.zero,
    right: Exact.zero,
    storedLeft: Exact.zero,
    storedRight: Exact.zero,
    places: { left: 0, right: 0, total: 0, squares: 0 },
    unreadable: [],
  };
  for (const addend of addends) {
    const reading = readAddend(addend);
    if (!reading || reading.kind === "blank") continue;
    if (reading.kind !== "amount") {
      totals.unreadable.push(addend);
      continue;
    }
    const shown = addend.sign === 1 ? reading.shown : reading.shown.negated();
    const stored = addend.sign === 1 ? reading.stored : reading.stored.negated();
    if (addend.side === "left") {
      totals.left = totals.left.plus(shown);
      totals.storedLeft = totals.storedLeft.plus(stored);
    } else {
      totals.right = totals.right.plus(shown);
      totals.storedRight = totals.storedRight.plus(stored);
    }
    const place = unitsOf(addend.table.precision);
    totals.places[addend.side]++;
    totals.places.total += place;
    totals.places.squares += place * place;
  }
  return totals;
}

/** The finest and the coarsest of the last places of the tables an instance speaks of, in steps of 10^-6 万元. */
export function placesOf({ parts }: Instance): { readonly finest: number; readonly coarsest: number } {
  const places = parts.map(({ slot }) => unitsOf(slot.table.precision));
  return { finest: Math.min(...places), coarsest: Math.max(...places) };
}

/** An instance that could not be judged plainly. */
export function judgeExactly(instance: Instance, operator: Operator): Judged {
  const { left, right, storedLeft, storedRight, places, unreadable } = totalsOf(instance.addends);
  const difference = left.minus(right);
  const printed = { ...places, ...placesOf(instance), atMost: operator === "<=" };
  const bound = amountOf(explainable(printed));
  const coarsest = amountOf(printed.coarsest);
  const result = (verdict: Verdict, severity: Severity, storedHolds = false): Judged => ({
    verdict,
    severity,
    left,
    right,
    difference,
    bound,
    unreadable,
    storedHolds,
  });
  if (unreadable.length > 0) return result("notRun", "error");
  if (places.left + places.right === 0) return result("notApplicable", "info");
  if (difference.isZero() || (printed.atMost && difference.sign() < 0)) return result("holds", "info");
  const storedDifference = storedLeft.minus(storedRight);
  if (coarsest.compare(STORED_TOLERANCE) > 0 && (holdsAsStored(storedDifference) || (printed.atMost && storedDifference.sign() < 0)))
    return result("rounding", "info", true);
  if (isSame(printed) && difference.abs().compare(bound) > 0)
    return result("broken", judgeSame(difference, coarsest) === "offByOne" ? "warning" : "error");
  const verdict = isSame(printed)
    ? "rounding"
    : judgeWithin(difference, bound, amountOf(1).times(amountOf(Math.max(printed.squares, 2 * printed.finest * printed.finest))));
  return verdict === "broken" ? result("broken", "error") : result("rounding", verdict === "unlikely" ? "warning" : "info");
}

/** Whether all that keeps an instance from running is formulas without a result: one finding (S17) speaks of all of those. */
export function awaitsCalculation({ unreadable }: Judged): boolean {
  return unreadable.length > 0 && unreadable.every((addend) => readAddend(addend)?.kind === "uncalculated");
}

/** The reading behind an addend; undefined where the table has no such row or column. */
export function readAddend(addend: Addend): Reading | undefined {
  return addend.row === null ? undefined : addend.table.read(addend.row, addend.column);
}
