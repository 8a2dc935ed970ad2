import { components } from "../system/components";
import type { Change, State } from "../system/state";
import { isSwap, type Score } from "./score";
import { search, type Repair } from "./search";
import { slipBetween } from "./slips";

/** Broken instances that hang together, and how surprising the likeliest few wrong cells behind them would be. */
export interface PricedKnot {
  readonly group: readonly number[];
  readonly price: number;
}

/** That a cell is wrong at all, whatever the slip; that a figure has followed it, as the row's sum by its formula does. */
const PER_CELL = 3;
const FOLLOWING = 1;
const SWAP = 2;
/** More than two cells are not searched for: they cost more than any cause. */
const MOST_CELLS = 2;
const MANY_CELLS = 24;
const MOST_WORK = 400_000;
/** Knots that two cells may hold together: those of a figure in its neighbour's column. */
const MOST_JOINED = 6;

/** What it costs to explain each knot by wrong cells, on the scale of Score. */
export function pricedKnots(state: State, score: Score): readonly PricedKnot[] {
  const groups = components(state);
  const knots = groups.map((group) => priced(state, score, group, MOST_WORK / groups.length));
  const dear = knots.filter(({ price }) => price > 2 * PER_CELL + SWAP);
  if (dear.length > MOST_JOINED) return knots;
  for (const [at, a] of dear.entries())
    for (const b of dear.slice(at + 1)) {
      const both = priced(state, score, [...a.group, ...b.group], MOST_WORK / groups.length);
      if (both.price < Math.min(MANY_CELLS, a.price + b.price)) return [...knots.filter((knot) => knot !== a && knot !== b), both];
    }
  return knots;
}

function priced(state: State, score: Score, group: readonly number[], most: number): PricedKnot {
  const restore = state.focus(group);
  const { repairs } = search(state, score, most, MOST_CELLS);
  const prices = repairs.map((repair) => priceOf(state, score, repair));
  restore();
  return { group, price: Math.min(MANY_CELLS, ...prices) };
}

function priceOf({ system }: State, score: Score, { changes }: Repair): number {
  const [a, b] = changes;
  const usual = score.usualOf(changes);
  if (a && b && isSwap(system, a, b)) return 2 * PER_CELL + SWAP + usual;
  const slip = ({ cell, value }: Change): number =>
    slipBetween(Math.round((system.shown[cell] ?? 0) / system.unit), Math.round(value / system.unit)).surprise;
  const moved = ({ cell, value }: Change): number => value - (system.shown[cell] ?? 0);
  const slips = changes.map(slip);
  if (a && b && moved(a) === moved(b) && system.place(a.cell).row === system.place(b.cell).row)
    return PER_CELL + Math.min(...slips) + FOLLOWING + usual;
  return slips.reduce((sum, one) => sum + PER_CELL + one, 0) + usual;
}
