import type { TableSpec } from "../templates/define";
import { Exact } from "../amount/exact";
import type { ColumnMap } from "./columns";
import type { CellValue, PlainSheet } from "./plain";
import { readCell } from "./reading";
import type { Row } from "./recognised";

/**
 * A subject's row of a table that names its projects is what the projects beside it add up to. One with an amount and no
 * such projects may be a project whose name is lacking: nothing is judged by it, and no other figure is blamed for it.
 */
export function withoutNamelessProjects(
  rows: readonly Row[],
  sheet: PlainSheet,
  spec: TableSpec,
  { project, amounts }: ColumnMap,
): readonly Row[] {
  if (spec.layout !== "projects" || project === null || !rows.some(({ kind }) => kind === "project")) return rows;
  const columns = [...amounts.values()].map(({ index }) => index);
  const amountsOf = ({ position }: Row): readonly Exact[] => {
    const cells = sheet.values[position - sheet.top] ?? [];
    return columns.map((column) => amountAt(cells, column));
  };
  const isBare = (row: Row, at: number): boolean => {
    const next = rows[at + 1];
    // Its own parts follow, with or without their names.
    if (row.kind !== "item" || next?.code === row.code) return false;
    const own = amountsOf(row);
    if (own.every((amount) => amount.isZero())) return false;
    const above = projectsAbove(rows, at);
    return above.length === 0 || !isSumOf(own, above.map(amountsOf));
  };
  return rows.map((row, at) => (isBare(row, at) ? { ...row, kind: "other", code: null, project: "" } : row));
}

/** The projects of a row's own subject right above it. */
function projectsAbove(rows: readonly Row[], at: number): readonly Row[] {
  let first = at;
  while (rows[first - 1]?.kind === "project" && rows[first - 1]?.code === rows[at]?.code) first--;
  return rows.slice(first, at);
}

const isSumOf = (own: readonly Exact[], parts: readonly (readonly Exact[])[]): boolean =>
  own.every((amount, column) => Exact.sum(parts.map((part) => part[column] ?? Exact.zero)).equals(amount));

function amountAt(cells: readonly CellValue[], column: number): Exact {
  const reading = readCell(cells[column], undefined, "万元");
  return reading.kind === "amount" ? reading.stored : Exact.zero;
}
