import { formatAmount, formatPercent, GROUPED } from "../amount/format";
import { PERCENT_DECIMALS, yearOnYear } from "../amount/ratio";
import { readDigits, shorten } from "./arguments";
import type { CellResult } from "./errors";
import { printed } from "./shares";
import { spreadPairs } from "./spread";

/** 增减额, signed, without binary error: 0.3 − 0.1 is 0.2. */
export function changes(current: unknown, prior: unknown): CellResult[][] {
  return spreadPairs(current, prior, (a, b) => a.minus(b).toNumber());
}

/** 增减率 as a signed fraction whose percentage has `digits` decimals: −0.0848 shows as -8.48%. */
export function rates(current: unknown, prior: unknown, digits?: unknown): CellResult[][] {
  const decimals = readDigits(digits, PERCENT_DECIMALS);
  return spreadPairs(current, prior, (a, b) => {
    const { rate, growth } = yearOnYear(a, b, decimals);
    return (growth === "下降" ? rate.negated() : rate).shifted(-2).toNumber();
  });
}

/** "比上年预算减少112.96万元，下降8.48%", from the amounts as printed (two decimals; docs/rules.md B04). */
export function changeTexts(current: unknown, prior: unknown, unit?: unknown): CellResult[][] {
  const unitText = typeof unit === "string" && unit.trim() !== "" ? shorten(unit) : "万元";
  return spreadPairs(current, prior, (a, b) => {
    const { change, direction, rate, growth } = yearOnYear(printed(a), printed(b));
    return `比上年预算${direction}${formatAmount(change.abs(), GROUPED)}${unitText}，${growth}${formatPercent(rate, GROUPED)}`;
  });
}
