import type { Recognised } from "../../../workbook/recognised";
import type { Check } from "../../engine/check";
import type { Instance } from "../../engine/instances";
import { Money } from "../../engine/money";
import type { Blamed } from "../blamed";
import { components } from "../system/components";
import { eachInstance } from "../system/each-instance";
import { Scope } from "../system/scope";
import { State } from "../system/state";
import { buildSystem, type System } from "../system/system";
import { joined, solve, type Knot } from "./knots";
import { likeliestByUnit } from "./own-unit";
import { Score } from "./score";
import type { Repair } from "./search";
import { suspectsOf, type KeyOf } from "./suspects";

export interface FewestCells {
  /** The likeliest repair of every knot of broken identities, the largest knot first; then other repairs of the same size. */
  readonly suspects: readonly Blamed[];
  /** True when the bound on work was hit, or something stays broken whatever few cells are changed. */
  readonly incomplete: boolean;
}

/** Entries looked at: about 100 ms on an ordinary desktop. */
const MOST_WORK = 4_000_000;
/** Other repairs shown per knot, and how much less likely they may be (logarithm of odds). */
const MOST_ALTERNATIVES = 3;
const FAR_LESS_LIKELY = 5;

/**
 * The fewest cells whose change would repair all that must hold without breaking any that does, with the figure each should
 * have (error localisation after Fellegi and Holt).
 *
 * 1. The identities are put together as one linear system over the cells (system/); of a large workbook the part around
 *    what is broken.
 * 2. What is broken falls into knots that share no cell; each is repaired on its own (knots: search, or peel where it is too
 *    large), and two knots together where that takes fewer cells.
 * 3. The repairs are told as suspects (suspects.ts), the likeliest first (score.ts).
 *
 * @param broken the broken instances of identities that must hold.
 * @param keyOf the key of the finding on an instance, for what a suspect explains.
 */
export function fewestCells(recognised: Recognised, checks: readonly Check[], broken: readonly Instance[], keyOf: KeyOf): FewestCells {
  if (broken.length === 0) return { suspects: [], incomplete: false };
  const near = Scope.around(recognised, broken);
  const found = solved(buildSystem(recognised, checks, near));
  if (!near || found.knots.every(({ complete }) => complete)) return told(found, recognised, keyOf);
  // Cells of identities that hold may be wrong too, where several cells make each other good.
  const around: Instance[] = [];
  eachInstance(recognised, checks, near, (_, instance) => around.push(instance));
  return told(solved(buildSystem(recognised, checks, near.widened(around))), recognised, keyOf);
}

interface Solved {
  readonly state: State;
  readonly knots: readonly Knot[];
}

function solved(system: System): Solved {
  const state = new State(system);
  const score = new Score(state);
  const groups = components(state);
  return {
    state,
    knots: joined(
      state,
      score,
      groups.map((group) => solve(state, score, group, MOST_WORK / groups.length)),
    ),
  };
}

/** What was found, as suspects. */
function told({ state, knots }: Solved, recognised: Recognised, keyOf: KeyOf): FewestCells {
  const money = new Money(recognised);
  const first: Blamed[] = [];
  const others: Blamed[] = [];
  for (const { group, repairs } of knots) {
    const restore = state.focus(group);
    const [best, ...rest] = likeliestByUnit(repairs, state.system);
    if (best) first.push(...suspectsOf(best, false, state, money, keyOf));
    for (const repair of likely(best, rest)) others.push(...suspectsOf(repair, true, state, money, keyOf));
    restore();
  }
  return { suspects: [...first, ...others], incomplete: knots.some(({ complete }) => !complete) };
}

function likely(best: Repair | undefined, rest: readonly Repair[]): readonly Repair[] {
  return rest.filter((repair) => best && repair.surprise - best.surprise <= FAR_LESS_LIKELY).slice(0, MOST_ALTERNATIVES);
}
