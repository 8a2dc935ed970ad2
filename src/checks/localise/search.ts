import { partialRepairs, repairOf } from "./repairs";
import type { Score } from "./score";
import type { Change, State } from "./state";

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
 */
export function search(state: State, score: Score, most: number): Found {
  const finder = new Finder(state, score, most);
  for (let size = 1; size <= MOST_CELLS; size++) {
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

  constructor(private readonly state: State, private readonly score: Score, most: number) {
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

  /** The last cell must repair all that is broken. */
  private last(): void {
    for (const cell of candidates(this.state, this.state.broken.size)) {
      const value = repairOf(this.state, cell);
      if (value === null || value === this.state.values[cell]) continue;
      this.try({ cell, value }, () => {
        if (this.state.broken.size === 0) this.record();
      });
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
    const { changes, undo } = this.polish();
    if (changes.every(({ cell, value }) => value !== this.state.system.shown[cell])) {
      const key = changes.map(({ cell }) => cell).sort((a, b) => a - b).join();
      const surprise = this.score.of(changes);
      const known = this.repairs.get(key);
      if (!known || surprise < known.surprise) this.repairs.set(key, { changes, surprise });
    }
    undo();
  }

  /** Each figure once more in the light of the others: the first were settled before the last were known. */
  private polish(): { changes: readonly Change[]; undo: () => void } {
    if (this.path.length === 1) return { changes: [...this.path], undo: () => undefined };
    const undos: (() => void)[] = [];
    const changes = this.path.map((change) => {
      const value = repairOf(this.state, change.cell);
      if (value === null || value === change.value) return change;
      const undo = this.state.apply({ cell: change.cell, value });
      if (this.state.broken.size > 0) {
        this.state.undo(undo);
        return change;
      }
      undos.push(() => this.state.undo(undo));
      return { cell: change.cell, value };
    });
    return { changes, undo: () => undos.reverse().forEach((step) => step()) };
  }
}

/** Cells of the broken instance with the fewest cells that stand in at least `least` broken ones; those in most first. */
function candidates(state: State, least: number): readonly number[] {
  const { starts, cells, useStarts, users } = state.system;
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
    if (state.changed.has(cell)) continue;
    let covered = 0;
    for (let at = useStarts[cell] ?? 0; at < (useStarts[cell + 1] ?? 0); at++) if (state.broken.has(users[at] ?? 0)) covered++;
    state.work += (useStarts[cell + 1] ?? 0) - (useStarts[cell] ?? 0);
    if (covered >= least) found.push({ cell, covered });
  }
  return found.sort((a, b) => b.covered - a.covered || a.cell - b.cell).map(({ cell }) => cell);
}
