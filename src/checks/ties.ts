import type { TableKey } from "../templates/define";
import type { Identity } from "./language/expression";
import type { Counts, Tie, Verdict } from "./report";

interface Draft {
  readonly tables: readonly [TableKey, TableKey];
  readonly counts: Record<Verdict, number>;
  readonly findings: string[];
}

/** Gathers what a run finds between tables. */
export class Ties {
  private readonly drafts = new Map<string, Draft>();

  /** What became of an identity's instances. */
  add(identity: Identity, counts: Counts, findings: readonly string[]): void {
    for (const tables of pairsOf(identity)) {
      const key = [...tables].sort().join("|");
      let draft = this.drafts.get(key);
      if (!draft) this.drafts.set(key, (draft = { tables, counts: noCounts(), findings: [] }));
      for (const verdict of verdicts) draft.counts[verdict] += counts[verdict];
      draft.findings.push(...findings);
    }
  }

  list(): readonly Tie[] {
    return [...this.drafts.values()];
  }
}

export const verdicts: readonly Verdict[] = ["holds", "rounding", "broken", "notApplicable", "notRun"];

export const noCounts = (): Record<Verdict, number> => ({ holds: 0, rounding: 0, broken: 0, notApplicable: 0, notRun: 0 });

/** The tables an identity ties: the one that it begins with, to every other one that it names. */
export function pairsOf({ left, right }: Identity): readonly (readonly [TableKey, TableKey])[] {
  const [first, ...others] = new Set([...left, ...right].map(({ table }) => table));
  return first === undefined ? [] : others.map((other) => [first, other] as const);
}
