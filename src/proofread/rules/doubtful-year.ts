import type { Ledger } from "../ledger";
import type { Span } from "../text/lines";

/** A year that looks wrong, unless something is told of it already; nobody knows whether only it is, so that none is proposed. */
export function doubtYear(ledger: Ledger, at: Span, message: string, advice: string): void {
  if (!ledger.isFaulted(at)) ledger.fault({ id: "B07", category: "year", severity: "warning", at, message, advice });
}

/** What to look at where a sentence or a heading is of another year than the others. */
export const ONE_OR_ALL = "请看是年份写错了，还是整句留着别的年度的。";
