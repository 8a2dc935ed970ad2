import type { Score } from "../cells/score";
import { pricedKnots, type PricedKnot } from "../cells/price";
import { partialRepairs, repairOf } from "../cells/repairs";
import type { BrokenInstance } from "../broken";
import { mustHold, nameOf } from "../broken";
import type { Change, State } from "../system/state";
import type { FigureHypothesis } from "./hypothesis";

/** At least this share of what is broken in the knots a cause touches must be gone with it. */
const MOST = 0.6;
/** One finding may have any cause; what explains several is the cause. */
const FEWEST = 2;

/** Holds hypotheses against what is broken: a cause clears most of it, breaks nothing, and is likelier than the cells it stands for. */
export class Trial {
  private readonly broken: readonly number[];
  /** Instances that only usually hold, and do not. */
  private readonly soft: readonly number[];
  /** Per broken instance: its knot. */
  private readonly knots = new Map<number, PricedKnot>();
  private readonly names: ReadonlyMap<string, number>;

  constructor(
    private readonly state: State,
    score: Score,
  ) {
    this.broken = [...state.broken];
    this.soft = Array.from(state.system.hard.keys()).filter((instance) => state.system.hard[instance] !== 1 && !state.holds(instance));
    for (const knot of pricedKnots(state, score)) for (const instance of knot.group) this.knots.set(instance, knot);
    this.names = new Map(
      this.broken.flatMap((instance) => {
        const origin = state.system.origin(instance);
        return origin ? [[nameOf(origin), instance] as const] : [];
      }),
    );
  }

  /** How much likelier the hypothesis is than wrong cells, and all the changes it comes to; null: it is no explanation. */
  figures({
    changes,
    open = [],
    surprise,
    byEquality,
    fewest = FEWEST,
  }: FigureHypothesis): { readonly gain: number; readonly changes: readonly Change[] } | null {
    const { state } = this;
    const made = [...changes];
    const undos = changes.map((change) => state.apply(change));
    for (const cell of open) {
      const change = { cell, value: this.likeliestValue(cell) };
      if (change.value === state.values[cell]) continue;
      made.push(change);
      undos.push(state.apply(change));
    }
    const cleared = this.broken.filter((instance) => !state.broken.has(instance));
    const breaks = state.broken.size > this.broken.length - cleared.length;
    const usual = breaks ? 0 : this.soft.filter((instance) => state.holds(instance)).length;
    const isProved = byEquality !== true || cleared.some((instance) => state.system.atMost[instance] !== 1) || this.isWhole(changes);
    for (const undo of undos.reverse()) state.undo(undo);
    const gain = breaks || !isProved ? null : this.gain(cleared, fewest - usual, surprise);
    return gain === null ? null : { gain, changes: made };
  }

  /** Whether a part of something is now all of it. */
  private isWhole(changes: readonly Change[]): boolean {
    const { state } = this;
    const { atMost, users, useStarts } = state.system;
    return changes.some(({ cell }) =>
      users
        .subarray(useStarts[cell], useStarts[cell + 1])
        .some(
          (instance) =>
            atMost[instance] === 1 && state.figures(instance) > 1 && Math.abs(state.difference(instance)) <= state.bound(instance),
        ),
    );
  }

  /** The figure with which the fewest instances are broken. */
  private likeliestValue(cell: number): number {
    const { state } = this;
    let best = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (const value of [repairOf(state, cell) ?? 0, ...partialRepairs(state, cell), 0]) {
      const undo = state.apply({ cell, value });
      if (state.broken.size < fewest) [best, fewest] = [value, state.broken.size];
      state.undo(undo);
    }
    return best;
  }

  /** As `figures`, of a workbook with other rows: `left` is what is broken in it. */
  tables(left: readonly BrokenInstance[], fewest: number, surprise: number): number | null {
    const names = new Set(left.filter(mustHold).map(nameOf));
    if ([...names].some((name) => !this.names.has(name))) return null;
    return this.gain(
      [...this.names].flatMap(([name, instance]) => (names.has(name) ? [] : [instance])),
      fewest,
      surprise,
    );
  }

  /** Whether wrong cells explain everything more simply than any cause of this surprise could. */
  isCheap(surprise: number): boolean {
    return [...new Set(this.knots.values())].reduce((sum, { price }) => sum + price, 0) <= surprise;
  }

  /** null unless most is cleared of every knot touched, taken together. */
  private gain(cleared: readonly number[], fewest: number, surprise: number): number | null {
    if (cleared.length === 0 || cleared.length < fewest) return null;
    const touched = new Set(cleared.flatMap((instance) => this.knots.get(instance) ?? []));
    const all = [...touched].reduce((sum, { group }) => sum + group.length, 0);
    if (cleared.length < MOST * all) return null;
    const saved = cleared.reduce((sum, instance) => {
      const knot = this.knots.get(instance);
      return sum + (knot ? knot.price / knot.group.length : 0);
    }, 0);
    return saved > surprise ? saved - surprise : null;
  }
}
