import { slipBetween } from "./slips";
import type { Change, State } from "../system/state";
import type { System } from "../system/system";

/** What an identity that usually holds weighs, when a repair breaks it or mends it. */
const USUAL = 2;
/** Beyond this a difference is no rounding, and larger is no worse. */
const MOST = 20;

/**
 * How surprising it would be if these cells, and only these, were wrong: how the figures were mistaken, how much is left
 * to rounding afterwards in what they stand in, and what becomes of identities that only usually hold. Less is likelier.
 * The scale is that of logarithms of odds.
 */
export class Score {
  private readonly before: Float64Array;

  constructor(private readonly state: State) {
    const { system } = state;
    this.before = new Float64Array(system.starts.length - 1);
    for (let instance = 0; instance < this.before.length; instance++) this.before[instance] = strain(state, instance);
  }

  /** Of changes that are made in the state. */
  of(changes: readonly Change[]): number {
    const { system } = this.state;
    const touched = new Set<number>();
    for (const { cell } of changes)
      for (let at = system.useStarts[cell] ?? 0; at < (system.useStarts[cell + 1] ?? 0); at++) touched.add(system.users[at] ?? 0);
    this.state.work += touched.size;
    let total = 0;
    for (const instance of touched) total += strain(this.state, instance) - (this.before[instance] ?? 0);
    return total + slipsOf(system, changes);
  }

  /** What becomes of identities that usually hold when the changes are made: less than 0 where more of them do. */
  usualOf(changes: readonly Change[]): number {
    const { state } = this;
    const { system } = state;
    const undos = changes.map((change) => state.apply(change));
    const soft = new Set(
      changes.flatMap(({ cell }) =>
        [...system.users.subarray(system.useStarts[cell], system.useStarts[cell + 1])].filter((instance) => system.hard[instance] !== 1),
      ),
    );
    const total = [...soft].reduce((sum, instance) => sum + strain(state, instance) - (this.before[instance] ?? 0), 0);
    for (const undo of undos.reverse()) state.undo(undo);
    return total;
  }
}

/** How hard an instance is to believe as it stands. */
function strain(state: State, instance: number): number {
  const { system } = state;
  if (system.hard[instance] !== 1) return state.holds(instance) ? 0 : USUAL;
  const difference = state.difference(instance) / system.unit;
  if (system.atMost[instance] === 1) return state.holds(instance) ? 0 : MOST;
  return Math.min(MOST, (6 * difference * difference) / (state.figures(instance) + 1));
}

function slipsOf(system: System, changes: readonly Change[]): number {
  const unit = (cell: number): number => Math.round((system.shown[cell] ?? 0) / system.unit);
  const rest = new Set(changes);
  let total = 0;
  for (const change of changes) {
    if (!rest.delete(change)) continue;
    const partner = [...rest].find((other) => isSwap(system, change, other));
    if (partner) {
      rest.delete(partner);
      total += 2;
    } else total += slipBetween(unit(change.cell), Math.round(change.value / system.unit)).surprise;
  }
  return total;
}

/** Two figures of one row that stand in each other's place, or one moved to a blank beside it. */
export function isSwap(system: System, a: Change, b: Change): boolean {
  if (a.value !== (system.shown[b.cell] ?? 0) || b.value !== (system.shown[a.cell] ?? 0)) return false;
  const [first, second] = [system.place(a.cell), system.place(b.cell)];
  return first.table === second.table && first.row === second.row;
}
