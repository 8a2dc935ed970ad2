import { isSwap, type Score } from "./score";
import type { Change, State, Undo } from "../system/state";

/** Units of the last place tried either way: what rounding leaves open. */
const REACH = 2;

interface Polished {
  readonly changes: readonly Change[];
  readonly surprise: number;
}

/**
 * The likeliest figures for cells whose change repairs everything: rounding leaves a unit or two open, and within that
 * the figure that is most easily mistaken for the written one, or stands in its neighbour's place, is the one meant.
 * The changes are made in the state, which is left as it was.
 */
export function polish(state: State, score: Score, changes: readonly Change[]): Polished {
  let best: Polished = { changes: [...changes], surprise: score.of(changes) };
  for (const [at, change] of changes.entries()) {
    const start = best.changes;
    for (let step = -REACH; step <= REACH; step++) {
      if (step === 0) continue;
      const tried = start.map((other, index) =>
        index === at ? { cell: change.cell, value: change.value + step * state.system.unit } : other,
      );
      best = better(state, score, best, tried);
    }
  }
  for (const swapped of swaps(state, best.changes)) best = better(state, score, best, swapped);
  return best;
}

/** The changes with two cells of a row in each other's place, where they nearly are. */
function swaps(state: State, changes: readonly Change[]): readonly (readonly Change[])[] {
  const { shown } = state.system;
  return changes.flatMap((a, i) =>
    changes.slice(i + 1).flatMap((b) => {
      const [first, second] = [
        { cell: a.cell, value: shown[b.cell] ?? 0 },
        { cell: b.cell, value: shown[a.cell] ?? 0 },
      ];
      if (!isSwap(state.system, first, second) || isSwap(state.system, a, b)) return [];
      return [changes.map((change) => (change === a ? first : change === b ? second : change))];
    }),
  );
}

function better(state: State, score: Score, best: Polished, changes: readonly Change[]): Polished {
  const undos: Undo[] = changes.filter(({ cell, value }) => state.values[cell] !== value).map((change) => state.apply(change));
  const surprise = state.broken.size === 0 ? score.of(changes) : Number.POSITIVE_INFINITY;
  for (const undo of undos.reverse()) state.undo(undo);
  return surprise < best.surprise ? { changes, surprise } : best;
}
