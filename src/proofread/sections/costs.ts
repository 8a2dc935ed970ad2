import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { valueStated, type Indicator, type Measure } from "./indicator";

/** What an indicator says a project may cost, 万元; null for prices of a single piece (元/人) and for rates. */
function costOf({ number, unit }: Measure): Exact | null {
  if (unit === "万元") return number;
  return unit === "元" ? number.shifted(-4) : null;
}

/** Below this share of the amount a cost is that of a part, with the others left unsaid. */
const PART = 0.5;

/** What a single piece may cost, 万元, and what is counted: 200元/人, 0.15万元/月. */
function priceOf({ number, unit }: Measure): { readonly price: Exact; readonly per: string } | null {
  const [, money, per] = /^(万?元)[/每](\p{sc=Han}{1,4})$/u.exec(unit) ?? [];
  return per === undefined ? null : { price: money === "元" ? number.shifted(-4) : number, per };
}

interface Priced {
  readonly price: Indicator;
  readonly pieces: Indicator;
  readonly cost: Exact;
}

/** Every price times every number of such pieces. */
function pricedIn(all: readonly Indicator[]): readonly Priced[] {
  return all.flatMap((price) => {
    const one = price.cost && price.value ? priceOf(price.value) : null;
    if (!one) return [];
    return all.flatMap((pieces) =>
      !pieces.cost && pieces.value?.unit === one.per ? [{ price, pieces, cost: one.price.times(pieces.value.number) }] : [],
    );
  });
}

/** Costs in 万元 add up to the project's amount; beside prices of single pieces they are at most so much. */
export function judgeCosts(ledger: Ledger, all: readonly Indicator[], what: string, amount: Exact): void {
  const indicators = all.filter(({ cost }) => cost);
  const costs = indicators.flatMap((indicator) => {
    const cost = indicator.value ? costOf(indicator.value) : null;
    return cost ? [{ indicator, cost }] : [];
  });
  const sum = Exact.sum(costs.map(({ cost }) => cost));
  const priced = pricedIn(all).find(({ cost }) => cost.plus(sum).equals(amount));
  if (priced) for (const one of [priced.price, priced.pieces]) proveValue(ledger, one, "单价乘以数量，连同其他成本等于年度预算总额");
  if (priced || sum.equals(amount)) for (const { indicator } of costs) proveValue(ledger, indicator, "成本指标合计等于年度预算总额");
  const last = costs.at(-1);
  if (!last || priced || sum.equals(amount)) return;
  const prices = indicators.some(({ value }) => value === null || (costOf(value) === null && !value.unit.startsWith("%")));
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

function proveValue(ledger: Ledger, indicator: Indicator, by: string): void {
  ledger.prove(valueStated(indicator), by);
}
