import { explainable } from "../../../amount/tolerance";
import type { System } from "./system";

/** A cell and the figure it is given; 0 leaves it blank. */
export interface Change {
  readonly cell: number;
  readonly value: number;
}

/** How far stored figures may stray: one unit of 10^-6 万元 (docs/rules.md 0.4). */
const STORED_SLACK = 1;

/** The system under some changes: which instances are broken now. Every change can be taken back. */
export class State {
  readonly values: Float64Array;
  private readonly stored: Float64Array;
  private readonly filled: Uint8Array;
  private readonly differences: Float64Array;
  private readonly storedDifferences: Float64Array;
  private readonly lefts: Int32Array;
  private readonly rights: Int32Array;
  /** Last places of the figures that stand in an instance, added up. */
  private readonly totals: Float64Array;
  /** Instances that must hold and do not, less those set aside. */
  readonly broken = new Set<number>();
  /** Instances that are somebody else's to repair. */
  private readonly aside: Uint8Array;
  readonly changed = new Set<number>();
  /** Entries looked at so far: what the search has cost. */
  work = 0;

  constructor(readonly system: System) {
    const count = system.starts.length - 1;
    this.values = system.shown.slice();
    this.stored = system.stored.slice();
    this.filled = system.filled.slice();
    this.differences = new Float64Array(count);
    this.storedDifferences = new Float64Array(count);
    this.lefts = new Int32Array(count);
    this.rights = new Int32Array(count);
    this.totals = new Float64Array(count);
    this.aside = new Uint8Array(count);
    for (let instance = 0; instance < count; instance++) {
      this.add(instance);
      if (system.hard[instance] === 1 && !this.holds(instance)) this.broken.add(instance);
    }
  }

  private add(instance: number): void {
    const { starts, cells, signs } = this.system;
    for (let entry = starts[instance] ?? 0; entry < (starts[instance + 1] ?? 0); entry++) {
      const cell = cells[entry] ?? 0;
      if (this.filled[cell] !== 1) continue;
      const sign = signs[entry] ?? 0;
      const factor = sign > 0 ? 1 : -1;
      this.differences[instance] = (this.differences[instance] ?? 0) + factor * (this.values[cell] ?? 0);
      this.storedDifferences[instance] = (this.storedDifferences[instance] ?? 0) + factor * (this.stored[cell] ?? 0);
      const counts = Math.abs(sign) === 2 ? this.rights : this.lefts;
      counts[instance] = (counts[instance] ?? 0) + 1;
      this.totals[instance] = (this.totals[instance] ?? 0) + (this.system.units[cell] ?? 0);
    }
  }

  /** From now on only these are to be repaired; other instances broken now are left alone. @returns what ends it. */
  focus(mine: readonly number[]): () => void {
    const own = new Set(mine);
    const others = [...this.broken].filter((instance) => !own.has(instance));
    for (const instance of others) {
      this.aside[instance] = 1;
      this.broken.delete(instance);
    }
    return () => {
      for (const instance of others) {
        this.aside[instance] = 0;
        if (!this.holds(instance)) this.broken.add(instance);
      }
    };
  }

  /** left − right as published. */
  difference(instance: number): number {
    return this.differences[instance] ?? 0;
  }

  /** Figures that stand in the instance, blanks aside. */
  figures(instance: number): number {
    return (this.lefts[instance] ?? 0) + (this.rights[instance] ?? 0);
  }

  /** What rounding can explain, as judge.ts has it. */
  bound(instance: number): number {
    return this.boundOf(instance, 0, 0, 0);
  }

  /** The bound the instance would have with `cell` of entry `entry` filled. */
  boundWith(instance: number, entry: number, cell: number): number {
    const more = this.filled[cell] === 1 ? 0 : 1;
    const right = Math.abs(this.system.signs[entry] ?? 0) === 2;
    return this.boundOf(instance, right ? 0 : more, right ? more : 0, more * (this.system.units[cell] ?? 0));
  }

  /** The bound of the instance with some figures more on either side. */
  private boundOf(instance: number, left: number, right: number, total: number): number {
    const { finest, coarsest, atMost } = this.system;
    return explainable({
      left: (this.lefts[instance] ?? 0) + left,
      right: (this.rights[instance] ?? 0) + right,
      total: (this.totals[instance] ?? 0) + total,
      finest: finest[instance] ?? 1,
      coarsest: coarsest[instance] ?? 1,
      atMost: atMost[instance] === 1,
    });
  }

  holds(instance: number): boolean {
    if (this.figures(instance) === 0) return true;
    const difference = this.difference(instance);
    const atMost = this.system.atMost[instance] === 1;
    if (difference === 0 || (atMost && difference < 0)) return true;
    const stored = this.storedDifferences[instance] ?? 0;
    if ((this.system.coarsest[instance] ?? 0) > STORED_SLACK && (Math.abs(stored) <= STORED_SLACK || (atMost && stored < 0))) return true;
    return Math.abs(difference) <= this.bound(instance);
  }

  isFilled(cell: number): boolean {
    return this.filled[cell] === 1;
  }

  /** Gives the cell a figure (0: blank). @returns what gives it back to `undo`. */
  apply({ cell, value }: Change): Undo {
    const undo: Undo = {
      cell,
      value: this.values[cell] ?? 0,
      stored: this.stored[cell] ?? 0,
      filled: this.filled[cell] ?? 0,
      fresh: !this.changed.has(cell),
    };
    this.changed.add(cell);
    this.set(cell, value, value, value === 0 ? 0 : 1);
    return undo;
  }

  undo(undo: Undo): void {
    this.set(undo.cell, undo.value, undo.stored, undo.filled);
    if (undo.fresh) this.changed.delete(undo.cell);
  }

  private set(cell: number, value: number, stored: number, filled: number): void {
    const { useStarts, uses, users, signs, hard } = this.system;
    const change = value - (this.values[cell] ?? 0);
    const storedChange = stored - (this.stored[cell] ?? 0);
    const more = filled - (this.filled[cell] ?? 0);
    this.values[cell] = value;
    this.stored[cell] = stored;
    this.filled[cell] = filled;
    const end = useStarts[cell + 1] ?? 0;
    for (let at = useStarts[cell] ?? 0; at < end; at++) {
      const sign = signs[uses[at] ?? 0] ?? 0;
      const instance = users[at] ?? 0;
      const factor = sign > 0 ? 1 : -1;
      this.differences[instance] = (this.differences[instance] ?? 0) + factor * change;
      this.storedDifferences[instance] = (this.storedDifferences[instance] ?? 0) + factor * storedChange;
      const counts = Math.abs(sign) === 2 ? this.rights : this.lefts;
      counts[instance] = (counts[instance] ?? 0) + more;
      this.totals[instance] = (this.totals[instance] ?? 0) + more * (this.system.units[cell] ?? 0);
      if (hard[instance] !== 1 || this.aside[instance] === 1) continue;
      if (this.holds(instance)) this.broken.delete(instance);
      else this.broken.add(instance);
    }
    this.work += end - (useStarts[cell] ?? 0) + 1;
  }
}

export interface Undo {
  readonly cell: number;
  readonly value: number;
  readonly stored: number;
  readonly filled: number;
  readonly fresh: boolean;
}
