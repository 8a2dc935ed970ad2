import type { Recognised } from "../../../workbook/recognised";
import type { Money } from "../../engine/money";
import type { Change, State } from "../system/state";
import { columnHypotheses } from "./columns";
import { Grid } from "./grid";
import type { FigureHypothesis } from "./hypothesis";
import { shiftHypotheses } from "./shifts";
import { swappedRowHypotheses } from "./swapped-rows";
import type { Trial } from "./trial";
import { unitHypotheses } from "./units";

/** Entries looked at over all hypotheses: about as much as the search for cells. */
const MOST_WORK = 8_000_000;

interface Likeliest extends Pick<FigureHypothesis, "tell"> {
  readonly gain: number;
  readonly changes: readonly Change[];
}

/** The likeliest way in which figures were moved about or scaled; the simplest of equals. null: none explains anything. */
export function likeliestFigures(recognised: Recognised, state: State, trial: Trial, money: Money): Likeliest | null {
  const grids = Grid.of(state, recognised);
  const limit = state.work + MOST_WORK;
  let best: Likeliest | null = null;
  for (const hypothesis of hypotheses(grids, state, money)) {
    if (state.work > limit) break;
    const outcome = trial.figures(hypothesis);
    if (outcome && (!best || outcome.gain > best.gain)) best = { ...outcome, tell: hypothesis.tell };
  }
  return best;
}

function* hypotheses(grids: readonly Grid[], state: State, money: Money): Generator<FigureHypothesis> {
  yield* unitHypotheses(grids, state);
  for (const grid of grids) yield* swappedRowHypotheses(grid, state, money);
  for (const grid of grids) yield* columnHypotheses(grid);
  for (const grid of grids) yield* shiftHypotheses(grid);
}
