import type { Rule } from "./page";

/** Lines nearer than this are one: cells draw their borders each for themselves. */
export const NEAR = 2.5;
/** Gaps within a line that dots, dashes and corners leave. */
const GAP = 3;
/** Shorter lines rule nothing. */
const SHORTEST = 5;

/** The nearest of the sorted positions within reach; -1 for none. */
export function placeAt(positions: readonly number[], value: number, reach = NEAR): number {
  let best = -1;
  positions.forEach((position, index) => {
    if (Math.abs(position - value) <= reach && (best < 0 || Math.abs(position - value) < Math.abs((positions[best] ?? 0) - value)))
      best = index;
  });
  return best;
}

/** Positions that lie near each other as one, in order. */
export function clustered(values: readonly number[], near = NEAR): number[] {
  const found: { sum: number; count: number; first: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && value - last.first <= near) {
      last.sum += value;
      last.count++;
    } else found.push({ sum: value, count: 1, first: value });
  }
  return found.map(({ sum, count }) => sum / count);
}

/** Pieces of a line as one line; what is too short to rule anything is left out. */
export function wholeRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((across) => {
    const own = rules.filter((rule) => rule.across === across);
    const positions = clustered(own.map(({ at }) => at));
    const lanes: Rule[][] = positions.map(() => []);
    for (const rule of own) lanes[placeAt(positions, rule.at, NEAR * 2)]?.push(rule);
    return lanes.flatMap((lane, index) => joined(lane, positions[index] ?? 0)).filter(({ from, to }) => to - from >= SHORTEST);
  });
}

function joined(lane: readonly Rule[], at: number): Rule[] {
  const whole: { across: boolean; at: number; from: number; to: number }[] = [];
  for (const rule of [...lane].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && rule.from - last.to <= GAP) last.to = Math.max(last.to, rule.to);
    else whole.push({ ...rule, at });
  }
  return whole;
}
