import { peel } from "./peel";
import type { Score } from "./score";
import { search, type Repair } from "./search";
import type { State } from "../system/state";

/** Broken instances that are repaired together, and how. */
export interface Knot {
  readonly group: readonly number[];
  /** All of one size; likeliest first. */
  readonly repairs: readonly Repair[];
  readonly complete: boolean;
}

/** Finds the repairs of a group of broken instances on its own; the rest is left as it is. */
export function solve(state: State, score: Score, group: readonly number[], most: number): Knot {
  const restore = state.focus(group);
  const found = search(state, score, most);
  const repairs = found.repairs.length > 0 ? found.repairs : [peel(state, score, most)];
  restore();
  return { group, repairs, complete: found.complete };
}

const sizeOf = ({ repairs }: Knot): number => repairs[0]?.changes.length ?? 0;

/** Groups this large are not worth joining: the work would be spent on the pairs. */
const MOST_JOINED = 8;
const JOIN_WORK = 400_000;

/**
 * Joins groups where fewer cells repair both than repair each: a figure moved to the next column breaks both columns,
 * which share no cell. Only groups that need more than one cell alone can gain.
 */
export function joined(state: State, score: Score, knots: readonly Knot[]): readonly Knot[] {
  if (knots.length > MOST_JOINED) return knots;
  for (const [i, a] of knots.entries())
    for (const b of knots.slice(i + 1)) {
      const together = sizeOf(a) + sizeOf(b);
      if (together < 3) continue;
      const group = [...a.group, ...b.group];
      const restore = state.focus(group);
      const found = search(state, score, JOIN_WORK, Math.min(together - 1, 3));
      restore();
      if (found.repairs.length === 0) continue;
      return joined(state, score, [{ group, ...found }, ...knots.filter((knot) => knot !== a && knot !== b)]);
    }
  return knots;
}
