import { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";

/** +12.30 · −4.00 · 0.00 */
export const printedChange = (plain: string): string => {
  const change = Exact.parse(plain);
  if (!change) return plain;
  return `${change.sign() > 0 ? "+" : change.sign() < 0 ? "−" : ""}${formatAmount(change.abs(), GROUPED)}`;
};

export const UNIT_NOTE = "单位：万元。";
