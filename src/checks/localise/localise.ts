import type { Recognised } from "../../workbook/recognised";
import type { Check } from "../engine/check";
import { Money } from "../engine/describe";
import type { Suspect } from "../report";
import { components } from "./components";
import { joined, solve } from "./knots";
import { Score } from "./score";
import type { Repair } from "./search";
import { State } from "./state";
import { suspectsOf, type KeyOf } from "./suspects";
import { buildSystem } from "./system";

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
 * @param keyOf the key of the finding on an instance, for what a suspect explains.
 */
export function localise(recognised: Recognised, checks: readonly Check[], keyOf: KeyOf): Localised {
  const system = buildSystem(recognised, checks);
  const state = new State(system);
  const score = new Score(state);
  const groups = components(state);
  const money = new Money(recognised);
  const knots = joined(state, score, groups.map((group) => solve(state, score, group, MOST_WORK / groups.length)));
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
