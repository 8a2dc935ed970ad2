import { decisionsIn, decisionsText } from "../../desk/decision-file";
import { mergedDecisions, stampOf, type Decision } from "../../desk/decisions";
import { readLocal, writeLocal } from "../effects/local";

const KEY = "budget.desk.decisions";

/** Decisions that this machine keeps, and the stamps of those among them that stand in a file. */
export interface KeptDecisions {
  readonly decisions: readonly Decision[];
  readonly saved: ReadonlySet<string>;
}

/** What was decided and may not stand in any file yet, whatever was stored. */
export function keptDecisions(): KeptDecisions {
  const stored = readLocal(KEY);
  const { text, saved } = (typeof stored === "object" && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>;
  return {
    decisions: (typeof text === "string" ? decisionsIn(text) : null) ?? [],
    saved: new Set(Array.isArray(saved) ? saved.filter((stamp) => typeof stamp === "string") : []),
  };
}

/**
 * Keeps them on this machine, together with what another tab has kept; null: nothing is kept any more.
 * @returns whether they are kept: a browser may refuse.
 */
export function keepDecisions(kept: KeptDecisions | null): boolean {
  if (!kept) {
    writeLocal(KEY, null);
    return true;
  }
  const before = keptDecisions();
  const decisions = mergedDecisions(before.decisions, kept.decisions);
  writeLocal(KEY, { text: decisionsText(decisions), saved: [...before.saved, ...kept.saved] });
  return keptDecisions().decisions.length === decisions.length;
}

/** How many stand in no file. */
export const unsavedIn = ({ decisions, saved }: KeptDecisions): number =>
  decisions.filter((decision) => !saved.has(stampOf(decision))).length;
