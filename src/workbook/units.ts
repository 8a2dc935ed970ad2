import type { Unit } from "../amount/unit";
import { printedColumns, type TableKey } from "../templates/define";
import type { Laid } from "./lay-table";
import { readCell } from "./reading";

/** The unit a table's amounts are read in, and what a person should look at when it is not stated. */
export interface TableUnit {
  readonly unit: Unit;
  readonly doubt: string | null;
}

/** With no unit stated anywhere: a department's budget of more than this is in 元 (two million 万元 are twenty billion 元). */
const SURELY_YUAN = 2e6;
/** The largest amount of a table in 元 is more than this, unless it is empty. */
const SMALLEST_YUAN = 1000;
/** Tables whose totals are the whole budget or the general public budget: all of one size. */
const WHOLE: ReadonlySet<TableKey> = new Set(["overview", "income", "expenditure", "fiscal", "general"]);

const sure = (unit: Unit): TableUnit => ({ unit, doubt: null });
const evident = (unit: Unit, why: string): TableUnit => ({ unit, doubt: `没有写明单位，${why}，按“${unit}”读取，请核对` });

/**
 * The unit of each table: as stated above it; where nothing is stated, as its sister tables state it, unless the figures
 * are evidently in the other unit; with nothing stated anywhere, by magnitude.
 */
export function tableUnits(laid: ReadonlyMap<TableKey, Laid>): ReadonlyMap<TableKey, TableUnit> {
  const stated = new Map<TableKey, Unit>();
  for (const [key, { candidate }] of laid) if (candidate.above.statedUnit) stated.set(key, candidate.above.statedUnit.unit);
  const ownUnit = (key: TableKey): Unit | null => stated.get(key) ?? laid.get(key)?.candidate.spec.unit ?? null;
  const isWanting = [...laid.keys()].some((key) => ownUnit(key) === null);
  // Nearly every workbook states its units: then no figure has to be looked at (an eighth of recognising very long tables).
  const sized = isWanting ? [...laid].filter(([key]) => !stated.has(key) || WHOLE.has(key)) : [];
  const largest = new Map(sized.map(([key, table]) => [key, largestAmount(table)]));
  const inYuan = [...stated.values()].filter((unit) => unit === "元").length;
  const common: Unit | null = stated.size === 0 ? null : inYuan * 2 > stated.size ? "元" : "万元";
  const most = (unit: Unit | null): number =>
    Math.max(0, ...[...largest].filter(([key]) => WHOLE.has(key) && (unit === null || stated.get(key) === unit)).map(([, value]) => value));
  const whole = most(common);
  const units = new Map<TableKey, TableUnit>();
  for (const key of laid.keys()) {
    const own = ownUnit(key);
    units.set(
      key,
      own ? sure(own) : common === null ? byMagnitude(most(null)) : likeSisters(common, whole, largest.get(key) ?? 0, WHOLE.has(key)),
    );
  }
  return units;
}

function byMagnitude(whole: number): TableUnit {
  return whole >= SURELY_YUAN ? evident("元", "从数额大小看是元") : sure("万元");
}

/** A part is never larger than the whole budget: a table that seems to be is in the smaller unit. */
function likeSisters(common: Unit, whole: number, top: number, isWhole: boolean): TableUnit {
  if (whole === 0 || top === 0) return sure(common);
  if (common === "万元") return top > whole * (isWhole ? 100 : 2) ? evident("元", "数额比写明万元的表还大") : sure("万元");
  return top < SMALLEST_YUAN || (isWhole && top * 1000 <= whole) ? evident("万元", "数额比写明元的表小得多") : sure("元");
}

/** The largest amount of the table's sums, as written: rows below them are never larger. */
function largestAmount({ candidate: { block, spec, columns }, body }: Laid): number {
  let most = 0;
  for (const row of body.rows) {
    if (row.kind === "other" || row.kind === "group" || row.kind === "item") continue;
    const cells = block.sheet.values[row.position - block.sheet.top];
    for (const [key, { index }] of columns.amounts) {
      const side = printedColumns(spec)[key]?.side;
      if (side !== undefined && side !== row.side) continue;
      const reading = readCell(cells?.[index], undefined, "万元");
      if (reading.kind === "amount") most = Math.max(most, reading.stored.abs().toNumber());
    }
  }
  return most;
}
