import { nearestRepair, partialRepairs, repairOf } from "./repairs";
import { polish } from "./polish";
import type { Score } from "./score";
import type { Change, State } from "../system/state";

/** Cells whose change together repairs everything. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Less is likelier. */
  readonly surprise: number;
}

export interface Found {
  /** All of one size, the smallest there is; likeliest first. */
  readonly repairs: readonly Repair[];
  /** False when the bound on work was hit before everything smaller was ruled out or everything of this size seen. */
  readonly complete: boolean;
}

/** At most this many cells together; more wrong cells in one knot are found one after the other. */
const MOST_CELLS = 4;

/**
 * The fewest cells whose change repairs every broken instance and breaks none (after Fellegi and Holt): all sets of one
 * cell, then of two, and so on, each begun at a cell of the broken instance with the fewest cells, since one of its
 * cells must change. Stops at the work bound, which is counted and not timed, so that the same workbook gives the same
 * answer everywhere.
 *
 * @param most entries that may be looked at.
 * @param cells sets of more cells are not tried.
 */
export function search(state: State, score: Score, most: number, cells = MOST_CELLS): Found {
  const finder = new Finder(state, score, most);
  for (let size = 1; size <= cells; size++) {
    finder.sets(size);
    const repairs = finder.found();
    if (repairs.length > 0 || finder.exhausted()) return { repairs, complete: !finder.exhausted() };
  }
  return { repairs: [], complete: false };
}

class Finder {
  private readonly repairs = new Map<string, Repair>();
  private readonly path: Change[] = [];
  private readonly limit: number;

  constructor(
    private readonly state: State,
    private readonly score: Score,
    most: number,
  ) {
    this.limit = state.work + most;
  }

  exhausted(): boolean {
    return this.state.work > this.limit;
  }

  found(): readonly Repair[] {
    return [...this.repairs.values()].sort((a, b) => a.surprise - b.surprise);
  }

  /** Tries every set of `size` further cells. */
  sets(size: number): void {
    if (size === 1) {
      this.last();
      return;
    }
    for (const cell of candidates(this.state, 1))
      for (const value of partialRepairs(this.state, cell)) {
        if (this.exhausted()) return;
        this.try({ cell, value }, () => {
          if (this.state.broken.size > 0) this.sets(size - 1);
        });
      }
  }

  /** The last cell must stand in all that is broken; the cells before it may then have to give way by what rounding left. */
  private last(): void {
    for (const cell of candidates(this.state, this.state.broken.size)) {
      const value = repairOf(this.state, cell) ?? (this.path.length > 0 ? nearestRepair(this.state, cell) : null);
      if (value === null || value === this.state.values[cell]) continue;
      this.try({ cell, value }, () => {
        if (this.state.broken.size === 0) this.record();
        else this.settle();
      });
    }
  }

  /** Lets each earlier cell make good what the last one left broken. */
  private settle(): void {
    for (const [at, change] of this.path.slice(0, -1).entries()) {
      const value = repairOf(this.state, change.cell);
      if (value === null || value === change.value) continue;
      const undo = this.state.apply({ cell: change.cell, value });
      if (this.state.broken.size === 0) {
        this.path[at] = { cell: change.cell, value };
        this.record();
        this.path[at] = change;
      }
      this.state.undo(undo);
      if (this.repairs.size > 0) return;
    }
  }

  private try(change: Change, then: () => void): void {
    const undo = this.state.apply(change);
    this.path.push(change);
    then();
    this.path.pop();
    this.state.undo(undo);
  }

  private record(): void {
    const { changes, surprise } = polish(this.state, this.score, this.path);
    if (changes.some(({ cell, value }) => value === this.state.system.shown[cell])) return;
    const key = changes
      .map(({ cell }) => cell)
      .sort((a, b) => a - b)
      .join();
    const known = this.repairs.get(key);
    if (!known || surprise < known.surprise) this.repairs.set(key, { changes, surprise });
  }
}

/** Cells of the broken instance with the fewest cells that stand in at least `least` broken ones; those in most first. */
function candidates(state: State, least: number): readonly number[] {
  const { starts, cells, useStarts, users, whole } = state.system;
  let shortest = -1;
  let length = Number.POSITIVE_INFINITY;
  for (const instance of state.broken) {
    const own = (starts[instance + 1] ?? 0) - (starts[instance] ?? 0);
    if (own >= length) continue;
    shortest = instance;
    length = own;
  }
  if (shortest < 0) return [];
  const found: { readonly cell: number; readonly covered: number }[] = [];
  for (let entry = starts[shortest] ?? 0; entry < (starts[shortest + 1] ?? 0); entry++) {
    const cell = cells[entry] ?? 0;
    if (state.changed.has(cell) || whole[cell] !== 1) continue;
    let covered = 0;
    for (let at = useStarts[cell] ?? 0; at < (useStarts[cell + 1] ?? 0); at++) if (state.broken.has(users[at] ?? 0)) covered++;
    state.work += (useStarts[cell + 1] ?? 0) - (useStarts[cell] ?? 0);
    if (covered >= least) found.push({ cell, covered });
  }
  return found.sort((a, b) => b.covered - a.covered || a.cell - b.cell).map(({ cell }) => cell);
}
