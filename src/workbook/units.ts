import { Exact } from "../amount/exact";
import type { TableKey } from "../tables/define";
import type { Candidate } from "./identify";

export type Unit = "元" | "万元";

/** A department's total of more than this cannot be 万元: ten billion yuan times ten thousand. */
const SURELY_YUAN = 1e7;

/**
 * The unit of each table: as stated above it; where nothing is stated, as its sister tables state it, unless the figures
 * themselves are evidently ten thousand times theirs; with nothing stated anywhere, by magnitude.
 */
export function tableUnits(chosen: ReadonlyMap<TableKey, Candidate>): ReadonlyMap<TableKey, Unit> {
  const stated = new Map<TableKey, Unit>();
  const largest = new Map<TableKey, number>();
  for (const [key, candidate] of chosen) {
    if (candidate.above.statedUnit) stated.set(key, candidate.above.statedUnit.unit);
    largest.set(key, largestNumber(candidate));
  }
  const units = new Map<TableKey, Unit>();
  const yuan = [...stated.values()].filter((unit) => unit === "元").length;
  const common: Unit | null = stated.size === 0 ? null : yuan * 2 > stated.size ? "元" : "万元";
  const reference = Math.max(0, ...[...stated].filter(([, unit]) => unit === common).map(([key]) => largest.get(key) ?? 0));
  for (const key of chosen.keys()) {
    const own = stated.get(key);
    const top = largest.get(key) ?? 0;
    if (own) units.set(key, own);
    else if (common === null) units.set(key, top >= SURELY_YUAN ? "元" : "万元");
    else if (common === "万元" && reference > 0 && top >= reference * 1000) units.set(key, "元");
    else if (common === "元" && reference > 0 && top > 0 && top * 1000 <= reference && [1, 2, 3].includes(key)) units.set(key, "万元");
    else units.set(key, common);
  }
  return units;
}

/** The largest plain number in the table's amount columns, over its first rows and its last. */
function largestNumber(candidate: Candidate): number {
  const { values } = candidate.block.sheet;
  let most = 0;
  for (let row = candidate.block.bodyStart; row < values.length; row++)
    for (const column of candidate.columns.amounts.values()) {
      const value = values[row]?.[column.index];
      if (typeof value === "number" && value > most) most = value;
    }
  return most;
}

const HUNDREDTH = Exact.ofUnits(1, 2);
const FEN = Exact.ofUnits(1, 6);

/**
 * One unit in the last printed place, in 万元. A workbook in 元 whose every amount is a whole number of hundreds was
 * converted from 万元 with two decimals and is as precise as those (rules.md 0.7).
 */
export function printedPrecision(unit: Unit, amounts: Iterable<Exact>): Exact {
  if (unit === "万元") return HUNDREDTH;
  for (const amount of amounts) if (amount.decimals() > 2) return FEN;
  return HUNDREDTH;
}
