import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import type { Indicator, Measure } from "./indicator";

/** What an indicator says a project may cost, 万元; null for prices of a single piece (元/人) and for rates. */
function costOf({ number, unit }: Measure): Exact | null {
  if (unit === "万元") return number;
  return unit === "元" ? number.shifted(-4) : null;
}

/** Below this share of the amount a cost is that of a part, with the others left unsaid. */
const PART = 0.5;

/** Costs in 万元 add up to the project's amount; beside prices of single pieces they are at most so much. */
export function judgeCosts(ledger: Ledger, indicators: readonly Indicator[], what: string, amount: Exact): void {
  const costs = indicators.flatMap((indicator) => {
    const cost = indicator.value ? costOf(indicator.value) : null;
    return cost ? [{ indicator, cost }] : [];
  });
  const last = costs.at(-1);
  if (!last) return;
  const sum = Exact.sum(costs.map(({ cost }) => cost));
  const prices = indicators.some(({ value }) => value === null || (costOf(value) === null && !value.unit.startsWith("%")));
  if (sum.equals(amount)) return;
  const less = sum.compare(amount) < 0;
  if (less && (prices || sum.toNumber() < amount.toNumber() * PART)) return;
  ledger.fault({
    id: "B-绩",
    category: "figure",
    severity: "warning",
    at: last.indicator.valueAt,
    message: `${what}的成本指标${costs.length > 1 ? "合计" : ""}${sum.toString()}万元，与年度预算总额${amount.toString()}万元不一致。`,
    left: sum,
    right: amount,
    advice: "请核对成本指标和项目金额。",
  });
}
