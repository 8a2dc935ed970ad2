import type { Ledger } from "../ledger";
import { spanText } from "../text/lines";

/** Shorter words are said of anything: 日常工作. */
const TELLING = 6;
/** With fewer nobody knows how the office words them. */
const FEWEST = 4;

/**
 * The very same words for what two subjects are for, in a report that tells each of its own: one was copied. Where it says the same of
 * several, that is its way.
 */
export function judgeSameUse(ledger: Ledger): void {
  if (ledger.freely || ledger.uses.length < FEWEST) return;
  const same = new Map<string, (typeof ledger.uses)[number][]>();
  for (const use of ledger.uses) {
    const words = spanText(use.at)
      .replace(/(?<![。；，])[。；，]+$/, "")
      .replace(/(?:等)?(?:方面)?(?:的)?(?:支出|费用|经费)$/, "");
    same.set(words, [...(same.get(words) ?? []), use]);
  }
  const shared = [...same].filter(([, uses]) => uses.length > 1);
  const [only] = shared;
  if (!only || shared.length > 1) return;
  const [words, [first, second, ...more]] = only;
  if (!first || !second || more.length > 0 || words.length < TELLING || first.what === second.what || ledger.isFaulted(second.at)) return;
  ledger.fault({
    id: "B-填",
    category: "wording",
    severity: "info",
    at: second.at,
    message: `${second.what}写“${words}”，与${first.what}一字不差。`,
    advice: "请看是不是从另一个科目抄来的。",
  });
}
