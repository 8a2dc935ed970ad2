import type { Recognised } from "../../workbook/recognised";
import type { Check } from "../engine/check";
import { Money } from "../engine/describe";
import type { Suspect } from "../report";
import { findingKey } from "../engine/finding-key";
import type { Instance } from "../engine/instances";
import { components } from "./components";
import { joined, solve, type Knot } from "./knots";
import { mendRows, type BrokenInstance } from "./row-slips";
import { Scope } from "./scope";
import { Score } from "./score";
import type { Repair } from "./search";
import { State } from "./state";
import { suspectsOf, type KeyOf } from "./suspects";
import { buildSystem, eachInstance, type System } from "./system";

export interface Localised {
  /** The likeliest repair of every knot of broken identities, the largest knot first; then other repairs of the same size. */
  readonly suspects: readonly Suspect[];
  /** True when the bound on work was hit, or something stays broken whatever few cells are changed. */
  readonly incomplete: boolean;
}

/** Entries looked at: about 100 ms on an ordinary desktop. */
const MOST_WORK = 4_000_000;
/** More than this nobody reads. */
const MOST_SUSPECTS = 24;
/** Other repairs shown per knot, and how much less likely they may be (logarithm of odds). */
const MOST_ALTERNATIVES = 3;
const FAR_LESS_LIKELY = 5;

/**
 * Traces broken identities to the cells at fault: the fewest cells whose change would repair all that must hold without
 * breaking any that does, with the figure each should have (error localisation after Fellegi and Holt). Identities of
 * severity error must hold; those of lower severity only make one repair likelier than another.
 *
 * @param broken the broken instances of identities that must hold.
 * @param keyOf the key of the finding on an instance, for what a suspect explains.
 */
export function localise(recognised: Recognised, checks: readonly Check[], broken: readonly BrokenInstance[], keyOf: KeyOf): Localised {
  const rows = mendRows(recognised, checks, broken, keyOf);
  if (rows.suspects.length === 0) return localiseCells(recognised, checks, broken, keyOf);
  // The mended workbook's rows are others: their findings are told by their names.
  const byName = new Map(broken.map((one) => [findingKey(one.check, one.instance), one]));
  const keyed: KeyOf = ({ check, instance }) => {
    const known = byName.get(findingKey(check, instance));
    return known ? keyOf(known) : null;
  };
  const cells = rows.broken.length === 0 ? { suspects: [], incomplete: false } : localiseCells(rows.recognised, checks, rows.broken, keyed);
  return { suspects: distinct([...rows.suspects, ...cells.suspects]).slice(0, MOST_SUSPECTS), incomplete: cells.incomplete };
}

function localiseCells(recognised: Recognised, checks: readonly Check[], broken: readonly BrokenInstance[], keyOf: KeyOf): Localised {
  const near = Scope.around(recognised, broken.map(({ instance }) => instance));
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
  return { state, knots: joined(state, score, groups.map((group) => solve(state, score, group, MOST_WORK / groups.length))) };
}

/** What was found, as suspects. */
function told({ state, knots }: Solved, recognised: Recognised, keyOf: KeyOf): Localised {
  const money = new Money(recognised);
  const first: Suspect[] = [];
  const others: Suspect[] = [];
  for (const { group, repairs } of knots) {
    const restore = state.focus(group);
    const [best, ...rest] = repairs;
    if (best) first.push(...suspectsOf(best, false, state, money, keyOf));
    for (const repair of likely(best, rest)) others.push(...suspectsOf(repair, true, state, money, keyOf));
    restore();
  }
  return { suspects: distinct([...first, ...others]).slice(0, MOST_SUSPECTS), incomplete: knots.some(({ complete }) => !complete) };
}

function likely(best: Repair | undefined, rest: readonly Repair[]): readonly Repair[] {
  return rest.filter((repair) => best && repair.surprise - best.surprise <= FAR_LESS_LIKELY).slice(0, MOST_ALTERNATIVES);
}

/** A cell is named once, at its first place. */
function distinct(suspects: readonly Suspect[]): readonly Suspect[] {
  const seen = new Set<string>();
  return suspects.filter(({ sheet, row, column }) => {
    const key = `${sheet}!${String(row)}:${String(column)}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
