import { slipBetween } from "./slips";
import type { State } from "../system/state";

/**
 * The figures a cell could take so that everything it stands in holds, as far as rounding allows; then the one of them
 * that leaves the least to rounding and is most easily mistaken for what is written. null: there is none.
 * A blank (0) is tried beside them: it changes how many figures stand in a sum.
 */
export function repairOf(state: State, cell: number): number | null {
  const range = rangeOf(state, cell);
  return range.low > range.high ? null : best(range);
}

/** The figure nearest to repairing everything, where none does: cells changed before may give way by a unit or two. */
export function nearestRepair(state: State, cell: number): number | null {
  const { low, high, wanted, unit } = rangeOf(state, cell);
  return Number.isFinite(wanted) && low - high <= GIVE * unit ? Math.round(wanted / unit) * unit : null;
}

/** How far apart the figures wanted by the instances of a cell may lie for `nearestRepair`, in units of the last place. */
const GIVE = 4;

function rangeOf(state: State, cell: number): Range {
  const { system } = state;
  const { useStarts, uses, users, signs, hard, atMost, unit } = system;
  const old = state.values[cell] ?? 0;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let weights = 0;
  let weighted = 0;
  const end = useStarts[cell + 1] ?? 0;
  state.work += end - (useStarts[cell] ?? 0);
  for (let at = useStarts[cell] ?? 0; at < end; at++) {
    const instance = users[at] ?? 0;
    const entry = uses[at] ?? 0;
    if (hard[instance] !== 1) continue;
    const positive = (signs[entry] ?? 0) > 0;
    const difference = state.difference(instance);
    const bound = state.boundWith(instance, entry, cell);
    const centre = positive ? old - difference : old + difference;
    const open = atMost[instance] === 1;
    if (!open || !positive) low = Math.max(low, centre - bound);
    if (!open || positive) high = Math.min(high, centre + bound);
    if (open) continue;
    const weight = bound === 0 ? 1000 : 1 / (state.figures(instance) + 1);
    weights += weight;
    weighted += weight * centre;
  }
  const middle = weights > 0 ? weighted / weights : old;
  const wanted = low <= high ? Math.min(high, Math.max(low, middle)) : middle;
  return { low, high, wanted, unit, old: system.shown[cell] ?? 0 };
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly wanted: number;
  readonly unit: number;
  readonly old: number;
}

/** How many units of the last place around the middle of the range are worth trying. */
const REACH = 6;

function best({ low, high, wanted, unit, old }: Range): number | null {
  const middle = Math.round(wanted / unit);
  const from = Math.max(Math.ceil(low / unit), middle - REACH);
  const to = Math.min(Math.floor(high / unit), middle + REACH);
  const written = Math.round(old / unit);
  let found: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let figure = from; figure <= to; figure++) {
    // One unit from the middle costs about as much as a common slip gains.
    const surprise = Math.abs(figure - wanted / unit) * 2 + slipBetween(written, figure).surprise;
    if (surprise >= least) continue;
    found = figure * unit;
    least = surprise;
  }
  return found;
}

/**
 * Figures that would repair at least one broken instance the cell stands in, those that repair exactly first. For cells
 * that cannot repair all of them: what is left must be repaired by other cells.
 */
export function partialRepairs(state: State, cell: number): readonly number[] {
  const { useStarts, uses, users, signs, unit } = state.system;
  const old = state.values[cell] ?? 0;
  const centres: { readonly value: number; readonly bound: number }[] = [];
  for (let at = useStarts[cell] ?? 0; at < (useStarts[cell + 1] ?? 0); at++) {
    const instance = users[at] ?? 0;
    if (!state.broken.has(instance)) continue;
    const entry = uses[at] ?? 0;
    const difference = state.difference(instance);
    const value = Math.round(((signs[entry] ?? 0) > 0 ? old - difference : old + difference) / unit) * unit;
    centres.push({ value, bound: state.boundWith(instance, entry, cell) });
  }
  centres.sort((a, b) => a.bound - b.bound);
  const kept: number[] = [];
  for (const { value, bound } of centres) {
    if (value === old || (value < 0 && old >= 0)) continue;
    if (!kept.some((known) => Math.abs(known - value) <= bound)) kept.push(value);
  }
  return kept;
}
