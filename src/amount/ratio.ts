import { Exact } from "./exact";

/** 增加/减少 is said of amounts, 增长/下降 of rates; the two always agree (docs/rules.md B00). */
export type Direction = "增加" | "减少";
export type Growth = "增长" | "下降";

/** How this year's amount compares with last year's. */
export interface YearOnYear {
  /** 增减额, signed: current − prior, in the unit of the amounts. */
  readonly change: Exact;
  /** No change counts as 增加 (docs/rules.md B00: “增加 0.00 万元，增长 0.00%”). */
  readonly direction: Direction;
  /** 增减幅度 in percentage points, never negative, half-up to two decimals: 8.48 stands for 8.48%. */
  readonly rate: Exact;
  readonly growth: Growth;
}

/** Decimals of a printed percentage: 99.84%. */
export const PERCENT_DECIMALS = 2;

const HUNDRED = Exact.ofUnits(100);

/**
 * 占比 in percentage points, half-up: share(1219.43, 1221.42) = 99.84. Rule: docs/rules.md 0.5.
 *
 * @returns null when `whole` is zero: a share of nothing has no value.
 */
export function share(part: Exact, whole: Exact, decimals = PERCENT_DECIMALS): Exact | null {
  return whole.isZero() ? null : part.shifted(2).quotient(whole, decimals);
}

/**
 * 增减额与增减幅度. Rules: docs/rules.md 0.6, B00–B04.
 *
 * The rate is |current − prior| ÷ |prior|; so a negative base still says by how much, and the direction says which way.
 * Nothing last year: 100% (B01), and 0% when there is nothing this year either (B03). Rates over 100% stay (B04).
 * Amounts are taken as given: hand over printed amounts where a sentence is meant (B04 subtracts after rounding).
 */
export function yearOnYear(current: Exact, prior: Exact, decimals = PERCENT_DECIMALS): YearOnYear {
  const change = current.minus(prior);
  const down = change.sign() < 0;
  return { change, direction: down ? "减少" : "增加", rate: rateOf(change, prior, decimals), growth: down ? "下降" : "增长" };
}

function rateOf(change: Exact, prior: Exact, decimals: number): Exact {
  if (change.isZero()) return Exact.zero;
  return prior.isZero() ? HUNDRED : change.abs().shifted(2).quotient(prior.abs(), decimals);
}
