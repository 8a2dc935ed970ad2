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

/** What a single piece may cost, 万元, and what is counted: 200元/人, 0.15万元/月, 2909元/月/人. */
function priceOf({ number, unit }: Measure): { readonly price: Exact; readonly per: readonly string[] } | null {
  const [, money, per] = /^(万?元)((?:[/每]\p{sc=Han}{1,4})+)$/u.exec(unit) ?? [];
  return per === undefined ? null : { price: money === "元" ? number.shifted(-4) : number, per: per.slice(1).split(/[/每]/) };
}

/** A price and what it is multiplied by. */
interface Priced {
  readonly indicators: readonly Indicator[];
  readonly cost: Exact;
  /** How far the rounding of the price may carry the cost: 16700 for 16666.67 of each of 3. */
  readonly slack: Exact;
}

/** A budget is of a year, unless the sheet counts its months itself. */
const IN_A_YEAR: Readonly<Record<string, number>> = { 年: 1, 季: 4, 季度: 4, 月: 12 };
/** More ways than this of choosing the numbers prove nothing. */
const MOST_WAYS = 64;
const MOST_PRICES = 12;

/** Every way in which the sheet's own numbers make a cost of a price. */
function waysOf(price: Indicator, all: readonly Indicator[]): readonly Priced[] {
  const one = price.value ? priceOf(price.value) : null;
  if (!one) return [];
  const counted = (per: string): readonly Indicator[] =>
    all.filter(
      ({ cost, value, core }) =>
        !cost && value !== null && (value.unit === per || (core.endsWith(per) && /^\p{sc=Han}?$/u.test(value.unit))),
    );
  return one.per.reduce<readonly Priced[]>(
    (ways, per) => {
      const pieces = counted(per);
      const year = IN_A_YEAR[per];
      if (pieces.length === 0 && year !== undefined) return ways.map((way) => times(way, Exact.ofUnits(year), []));
      return ways.flatMap((way) => pieces.map((piece) => times(way, piece.value?.number ?? Exact.zero, [piece])));
    },
    [{ indicators: [price], cost: one.price, slack: Exact.ofUnits(5, one.price.decimals() + 1) }],
  );
}

const times = ({ indicators, cost, slack }: Priced, by: Exact, pieces: readonly Indicator[]): Priced => ({
  indicators: [...indicators, ...pieces],
  cost: cost.times(by),
  slack: slack.times(by),
});

/** Prices that with the other costs come to the amount: one of them, or all of them together. */
function pricesFor(amount: Exact, fixed: Exact, all: readonly Indicator[]): readonly Indicator[] | null {
  const prices = all.filter(({ cost, value }) => cost && value !== null && priceOf(value) !== null);
  if (prices.length > MOST_PRICES) return null;
  const each = prices.map((price) => waysOf(price, all)).filter((ways) => ways.length > 0 && ways.length <= MOST_WAYS);
  const together = each.reduce<readonly (readonly Priced[])[]>(
    (chosen, ways) => (chosen.length * ways.length > MOST_WAYS ? [] : chosen.flatMap((before) => ways.map((way) => [...before, way]))),
    [[]],
  );
  const choices = [...each.flatMap((ways) => ways.map((way) => [way])), ...together.filter((choice) => choice.length > 1)];
  const comes = (choice: readonly Priced[], within: Exact): boolean =>
    Exact.sum([fixed, ...choice.map(({ cost }) => cost)])
      .minus(amount)
      .abs()
      .compare(within) <= 0;
  const fits =
    choices.find((choice) => comes(choice, HALF_A_CENT)) ??
    choices.find((choice) => {
      const slack = Exact.sum(choice.map((one) => one.slack));
      return slack.compare(amount.times(ROUNDED)) <= 0 && comes(choice, slack);
    });
  return fits?.flatMap(({ indicators }) => indicators) ?? null;
}

/** Amounts are printed to 0.01万元. */
const HALF_A_CENT = Exact.ofUnits(5, 3);
/** What rounded prices may be off by, as a share of the amount. */
const ROUNDED = Exact.ofUnits(5, 3);

/** Costs in 万元 add up to the project's amount; beside prices of single pieces they are at most so much. */
export function judgeCosts(ledger: Ledger, all: readonly Indicator[], what: string, amount: Exact): void {
  const indicators = all.filter(({ cost }) => cost);
  const costs = indicators.flatMap((indicator) => {
    const cost = indicator.value ? costOf(indicator.value) : null;
    return cost ? [{ indicator, cost }] : [];
  });
  const sum = Exact.sum(costs.map(({ cost }) => cost));
  const priced = sum.equals(amount) ? null : pricesFor(amount, sum, all);
  for (const one of priced ?? []) proveValue(ledger, one, "单价乘以数量，连同其他成本等于年度预算总额");
  if (priced || sum.equals(amount)) for (const { indicator } of costs) proveValue(ledger, indicator, "成本指标合计等于年度预算总额");
  if (!priced) judgePrices(ledger, all, what, amount);
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

/** Prices are given as the most that a piece may cost: so much more than the amount they come to before one is wrong. */
const BEYOND = Exact.ofUnits(15, 1);

/** A price times the least number of its pieces, or all of them together, is more than all the project has. */
function judgePrices(ledger: Ledger, all: readonly Indicator[], what: string, amount: Exact): void {
  const most = amount.times(BEYOND);
  const least = all.flatMap((price) => {
    if (!price.cost || price.value === null || costOf(price.value) !== null) return [];
    const [first, ...rest] = waysOf(price, all).map(({ cost }) => cost);
    return first ? [{ price, cost: rest.reduce((before, cost) => (before.compare(cost) <= 0 ? before : cost), first) }] : [];
  });
  const beyond = least.filter(({ cost }) => cost.compare(most) > 0);
  for (const { price, cost } of beyond) tellPrice(ledger, price, `“${price.core}”乘以数量是`, cost, what, amount);
  const sum = Exact.sum(least.map(({ cost }) => cost));
  const [dearest] = [...least].sort((a, b) => b.cost.compare(a.cost));
  if (beyond.length === 0 && least.length > 1 && dearest && sum.compare(most) > 0)
    tellPrice(ledger, dearest.price, "各项单价乘以数量合计是", sum, what, amount);
}

function tellPrice(ledger: Ledger, price: Indicator, how: string, cost: Exact, what: string, amount: Exact): void {
  ledger.blame(valueStated(price));
  ledger.fault({
    id: "B-绩",
    category: "figure",
    severity: "warning",
    at: price.valueAt,
    message: `${what}的${how}${cost.toString()}万元，超过年度预算总额${amount.toString()}万元。`,
    left: cost,
    right: amount,
    advice: "请核对单价、数量和项目金额。",
  });
}

function proveValue(ledger: Ledger, indicator: Indicator, by: string): void {
  ledger.prove(valueStated(indicator), by);
}
