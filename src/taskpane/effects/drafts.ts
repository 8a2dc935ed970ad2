import { readLocal, writeLocal } from "./local";

const KEY = "budget.drafts";
/** The oldest make room: what nobody came back to for so long is given up. */
const MOST = 100;

type Kept = readonly (readonly [key: string, text: string])[];

/** What was stored, whatever it holds. */
function kept(): Kept {
  const stored = readLocal(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const [key, text] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    return typeof key === "string" && typeof text === "string" ? [[key, text] as const] : [];
  });
}

/** The words that were being typed about this; null where none were. */
export const draftOf = (key: string): string | null => kept().find(([one]) => one === key)?.[1] ?? null;

/** Keeps words that are being typed on this machine; null: they are handed over, or given up. */
export function keepDraft(key: string, text: string | null): void {
  const before = kept();
  const others = before.filter(([one]) => one !== key);
  if (text === null && others.length === before.length) return;
  writeLocal(KEY, text === null ? others : [...others, [key, text] as const].slice(-MOST));
}

/** Key of the text that is being proofread. */
export const PROOF_TEXT = "校对文稿";

/** Nothing that was typed stays on this machine. */
export const forgetDrafts = (): void => writeLocal(KEY, []);
