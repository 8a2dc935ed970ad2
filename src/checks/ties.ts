import type { TableKey } from "../templates/define";
import { rememberedFor } from "../text/remembered";
import type { Identity } from "./language/expression";
import type { Tie, Verdict } from "./report";

interface Draft {
  readonly tables: readonly [TableKey, TableKey];
  readonly counts: Record<Verdict, number>;
  readonly findings: string[];
}

/** Gathers what a run finds between tables. */
export class Ties {
  private readonly drafts = new Map<string, Draft>();

  /** What became of an identity's instances. */
  add(identity: Identity, count: (verdict: Verdict) => number, findings: readonly string[]): void {
    for (const { key, tables } of tiesOf(identity)) {
      let draft = this.drafts.get(key);
      if (!draft) this.drafts.set(key, (draft = { tables, counts: noCounts(), findings: [] }));
      for (const verdict of verdicts) draft.counts[verdict] += count(verdict);
      draft.findings.push(...findings);
    }
  }

  list(): readonly Tie[] {
    return [...this.drafts.values()];
  }
}

export const verdicts: readonly Verdict[] = ["holds", "rounding", "broken", "notApplicable", "notRun"];

export const noCounts = (): Record<Verdict, number> => ({ holds: 0, rounding: 0, broken: 0, notApplicable: 0, notRun: 0 });

/** The pairs that an identity ties, each under a name that is the same whichever comes first; of all workbooks the same. */
const tiesOf = rememberedFor((identity: Identity) => pairsOf(identity).map((tables) => ({ key: [...tables].sort().join("|"), tables })));

/** Whether it speaks of more than one table. */
export const isTie = (identity: Identity): boolean => tiesOf(identity).length > 0;

/** The tables an identity ties: the one that it begins with, to every other one that it names. */
export function pairsOf({ left, right }: Identity): readonly (readonly [TableKey, TableKey])[] {
  const [first, ...others] = new Set([...left, ...right].map(({ table }) => table));
  return first === undefined ? [] : others.map((other) => [first, other] as const);
}
