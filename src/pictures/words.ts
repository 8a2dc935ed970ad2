import { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";

/** An amount as people read it: 1,219.43. */
export const printedAmount = (plain: string): string => {
  const amount = Exact.parse(plain);
  return amount ? formatAmount(amount, GROUPED) : plain;
};

/** +12.30 · −4.00 · 0.00 */
export const printedChange = (plain: string): string => {
  const change = Exact.parse(plain);
  if (!change) return plain;
  return `${change.sign() > 0 ? "+" : change.sign() < 0 ? "−" : ""}${formatAmount(change.abs(), GROUPED)}`;
};

export const UNIT_NOTE = "单位：万元。";
