import { canon } from "../text/canon";
import { editDistance } from "../text/edits";
import { undecided, type Fault } from "./ledger";
import { spanText, type Line } from "./text/lines";

/** The sentence that is told to be missing stands right before the one that was read as another. */
const BESIDE = 1;
const CHANGED: readonly Fault["category"][] = ["name", "figure", "share", "change"];

/** Of two names that have little in common neither is a slip of the other. */
const isFar = (said: string, right: string): boolean => {
  const most = Math.floor(Math.max(said.length, right.length) / 2);
  return editDistance(said, right, most) > most;
};

/**
 * 单位资金264.00万元，…，非财政拨款结转结余29.00万元，…: two sentences run together, read as the second. That the first is told to be missing
 * there shows it, and nothing of the second is put in the first one's place; nor where neither the name nor the amount is the sentence's own.
 */
export function withoutMisread(faults: readonly Fault[]): readonly Fault[] {
  const missing = faults.filter(({ id, category, place }) => id === "B-缺" && category === "missing" && place === true);
  const isMissing = (said: string, line: Line): boolean =>
    missing.some(({ at, expected = "" }) => Math.abs(at.line.index - line.index) <= BESIDE && canon(expected).startsWith(said));
  const otherAmount = new Set(
    faults.flatMap(({ id, category, replaces, at }) => (id === "B-数" && category === "figure" && replaces === true ? [at.line] : [])),
  );
  const lines = new Set(
    faults.flatMap(({ category, replaces, at, expected = "" }) => {
      if (category !== "name" || replaces !== true) return [];
      const isAnother = isMissing(spanText(at), at.line) || (otherAmount.has(at.line) && isFar(spanText(at), canon(expected)));
      return isAnother ? [at.line] : [];
    }),
  );
  if (lines.size === 0) return faults;
  return faults.map((fault): Fault => {
    if (fault.replaces !== true || !lines.has(fault.at.line) || !CHANGED.includes(fault.category)) return fault;
    return undecided(fault);
  });
}
