import type { TableKey } from "../templates/define";
import { normalise } from "../text/wording";
import { endsLikeOrganisation } from "./organisation";
import type { Parts, RawTables } from "./read-table";
import type { Row } from "./recognised";

/** Words that only projects carry. */
const PROJECT_WORD = /费|项目|专项|目标|结转|资金|购置|建设|补助|补贴|工程|服务$/;

/**
 * Tells units from projects in tables that list both by name (T11, T12): a name known as a unit from 表7 or the table
 * head, or as a project from 表7, is that; of the others the amounts decide, since a unit says what its projects add up to;
 * where they leave it open, a name that ends like an organisation's is a unit.
 */
export function separateUnits(tables: RawTables, organisation: string | null): Map<TableKey, Parts> {
  const projectTable = tables.get("projects")?.rows ?? [];
  const units = new Set(projectTable.flatMap((row) => (row.kind === "unit" ? [normalise(row.name)] : [])));
  if (organisation !== null) units.add(normalise(organisation));
  const projects = new Set(projectTable.flatMap((row) => (row.project === null ? [] : [normalise(row.project)])));
  const separated = new Map(tables);
  for (const [key, part] of tables) if (part.candidate.spec.layout === "named") separated.set(key, separate(part, units, projects));
  return separated;
}

/** More rows of unknown names than this are told by their names alone. */
const MOST_OPEN = 8;

function separate(part: Parts, units: ReadonlySet<string>, projects: ReadonlySet<string>): Parts {
  const names = part.rows.map((row) => normalise(row.name));
  const known = part.rows.map((row, index) =>
    row.kind !== "project" ? null : projects.has(names[index] ?? "") ? false : units.has(names[index] ?? "") ? true : undefined,
  );
  const likely = known.map(
    (unit, index) => unit ?? (unit === undefined && endsLikeOrganisation(names[index] ?? "") && !PROJECT_WORD.test(names[index] ?? "")),
  );
  const open = known.flatMap((unit, index) => (unit === undefined ? [index] : []));
  const isUnit = open.length === 0 || open.length > MOST_OPEN ? likely : likeliest(part, likely, open);
  return withRows(
    part,
    part.rows.map((row, index): Row => (isUnit[index] ? { ...row, kind: "unit" } : row)),
  );
}

/** The reading of the open rows under which most sums hold; of equals the one that the names suggest. */
function likeliest(part: Parts, likely: readonly boolean[], open: readonly number[]): readonly boolean[] {
  const amounts = amountsOf(part);
  let best = likely;
  let least = sumsBroken(part.rows, likely, amounts);
  for (let flips = 1; flips < 2 ** open.length && least > 0; flips++) {
    const tried = likely.map((unit, index) => (open.some((row, bit) => row === index && (flips >> bit) % 2 === 1) ? !unit : unit));
    const broken = sumsBroken(part.rows, tried, amounts);
    if (broken < least) [best, least] = [tried, broken];
  }
  return best;
}

type Amounts = readonly (readonly number[])[];

/** Per column, per row: hundredths of 万元; what is no amount counts as nothing. */
function amountsOf({ rows, readings, order }: Parts): Amounts {
  return [...order.values()].map((column) =>
    rows.map((row) => {
      const reading = readings.get(row)?.[column];
      return reading?.kind === "amount" ? Math.round(reading.shown.toNumber() * 100) : 0;
    }),
  );
}

/** How many sums do not hold: each unit's projects, and in the total the units with what stands before them. */
function sumsBroken(rows: readonly Row[], isUnit: readonly boolean[], amounts: Amounts): number {
  const total = rows.findIndex(({ kind }) => kind === "total");
  const items = rows.flatMap(({ kind }, index) => (kind === "project" ? [index] : []));
  const differs = (sum: number, parts: readonly number[], column: readonly number[]): boolean =>
    Math.abs((column[sum] ?? 0) - parts.reduce((all, part) => all + (column[part] ?? 0), 0)) > (parts.length + 1) / 2;
  let broken = 0;
  for (const column of amounts) {
    const top = items.filter((row, at) => isUnit[row] || !items.slice(0, at).some((other) => isUnit[other]));
    if (total >= 0 && differs(total, top, column)) broken++;
    for (const [at, row] of items.entries()) {
      if (!isUnit[row]) continue;
      const next = items.findIndex((other, place) => place > at && isUnit[other]);
      const below = items.slice(at + 1, next < 0 ? items.length : next);
      if (below.length > 0 && differs(row, below, column)) broken++;
    }
  }
  return broken;
}

/** The same readings under the new rows, which stand in the order of the old ones. */
function withRows(part: Parts, rows: readonly Row[]): Parts {
  const readings = new Map(
    rows.flatMap((row, index) => {
      const before = part.rows[index];
      const known = before && part.readings.get(before);
      return known ? [[row, known] as const] : [];
    }),
  );
  return { ...part, rows, readings };
}
