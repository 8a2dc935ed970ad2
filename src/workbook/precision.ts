import { HUNDREDTH } from "../amount/tolerance";
import { Exact } from "../amount/exact";
import { placesOf, type Unit, type Wan } from "../amount/unit";
import type { Readings } from "./read-table";
import type { Reading } from "./reading";

/** Zeros behind the second decimal of 万元 (a figure in 元 that ends in 00, or in .00) may be what a conversion left. */
const CONVERTED = 2;
/** Nothing is stated finer than 分, 10^-6 万元. */
const FINEST = 6;
/** A few figures are mistyped to more digits than the others have; one in twenty are too many to be slips. */
const SLIPS = 20;

interface Printed {
  readonly unit: Unit;
  readonly readings: Readings;
}

/**
 * One unit in the last printed place, in 万元, of all tables stated in one unit: the finest place that a real share of
 * their amounts needs. Whole 元 are 0.0001, 元 that end in 00 throughout were converted from 万元 with two decimals and are
 * 0.01 as those; 万元 are 1, 0.1, 0.01 … as their digits say. Whole numbers among others with two decimals do not make
 * those coarser. Rule: docs/rules.md 0.7.
 */
export function printedPrecisions(tables: Iterable<Printed>): (unit: Unit) => Exact<Wan> {
  const counts = new Map<Unit, number[]>();
  for (const { unit, readings } of tables) {
    let own = counts.get(unit);
    if (!own) counts.set(unit, (own = []));
    for (const row of readings.values())
      for (const reading of row) {
        const places = reading ? placesIn(reading, unit) : null;
        if (places !== null) own[places] = (own[places] ?? 0) + 1;
      }
  }
  const precisions = new Map([...counts].map(([unit, own]) => [unit, finestNeeded(own)]));
  return (unit) => precisions.get(unit) ?? HUNDREDTH;
}

/** Decimals of 万元 that a printed figure needs; null where there is none, or only zero. */
function placesIn(reading: Reading, unit: Unit): number | null {
  if (reading.kind !== "amount" || reading.shown.isZero()) return null;
  const written = Math.max(0, Math.min(CONVERTED, placesOf(reading.decimals, unit)));
  return Math.min(FINEST, Math.max(written, reading.shown.decimals()));
}

function finestNeeded(counts: readonly number[]): Exact<Wan> {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let finer = 0;
  for (let places = FINEST; places >= 0; places--) {
    finer += counts[places] ?? 0;
    if (finer > 0 && finer * SLIPS >= all) return Exact.ofUnits(1, places) as Exact<Wan>;
  }
  return HUNDREDTH;
}
