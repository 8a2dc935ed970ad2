import { partialRepairs, repairOf } from "./repairs";
import { search, type Repair } from "./search";
import type { Score } from "./score";
import { LONGEST } from "../system/scope";
import { slipBetween } from "./slips";
import type { Change, State, Undo } from "../system/state";

/** No more cells than a person would correct at one sitting. */
const MOST_CELLS = 24;

/**
 * For knots of more wrong cells than can be searched through: the change that repairs most is made, then the next, and
 * what is left is searched again. Good, not provably smallest. What it cannot repair stays broken.
 */
export function peel(state: State, score: Score, most: number): Repair {
  const limit = state.work + most;
  const undos: Undo[] = [];
  const changes: Change[] = [];
  while (state.broken.size > 0 && changes.length < MOST_CELLS && state.work < limit) {
    const next = bestChange(state);
    if (!next) break;
    changes.push(next);
    undos.push(state.apply(next));
    const [rest] = state.broken.size === 0 ? [] : search(state, score, Math.min(most / 8, limit - state.work)).repairs;
    if (!rest) continue;
    for (const change of rest.changes) {
      changes.push(change);
      undos.push(state.apply(change));
    }
  }
  const surprise = score.of(changes);
  for (const undo of undos.reverse()) state.undo(undo);
  return { changes, surprise };
}

/** The change after which the fewest instances are broken; of equals the likeliest slip. null: none helps. */
function bestChange(state: State): Change | null {
  const { shown, unit } = state.system;
  let best: Change | null = null;
  let fewest = state.broken.size;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cellsAtFault(state)) {
    const whole = repairOf(state, cell);
    for (const value of new Set([...(whole === null ? [] : [whole]), ...partialRepairs(state, cell)])) {
      if (value === shown[cell]) continue;
      const undo = state.apply({ cell, value });
      const left = state.broken.size;
      state.undo(undo);
      const { surprise } = slipBetween(Math.round((shown[cell] ?? 0) / unit), Math.round(value / unit));
      if (left > fewest || (left === fewest && (best === null || surprise >= least))) continue;
      best = { cell, value };
      fewest = left;
      least = surprise;
    }
  }
  return best;
}

function cellsAtFault(state: State): ReadonlySet<number> {
  const { starts, cells } = state.system;
  const found = new Set<number>();
  for (const instance of state.broken) {
    const [from, to] = [starts[instance] ?? 0, starts[instance + 1] ?? 0];
    if (to - from > LONGEST) continue;
    for (let entry = from; entry < to; entry++) {
      const cell = cells[entry] ?? 0;
      if (!state.changed.has(cell) && state.system.whole[cell] === 1) found.add(cell);
    }
  }
  return found;
}
