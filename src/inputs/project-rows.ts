import { normalise } from "../text/wording";
import type { Row } from "../workbook/recognised";

/** The rows of 项目支出表 that are one project: it may stand under several subjects. */
export interface ProjectRows {
  readonly name: string;
  /** The unit's own row above it; null where the table names no units. */
  readonly unit: Row | null;
  readonly rows: readonly Row[];
}

/** Projects of 项目支出表 in order of the table, one entry a project and unit. */
export function projectRows(rows: readonly Row[]): readonly ProjectRows[] {
  const found = new Map<string, { name: string; unit: Row | null; rows: Row[] }>();
  let unit: Row | null = null;
  for (const row of rows) {
    if (row.kind === "unit") unit = row;
    if (row.kind !== "project" || row.project === null) continue;
    const key = `${unit ? normalise(unit.name) : ""}|${normalise(row.project)}`;
    const known = found.get(key);
    if (known) known.rows.push(row);
    else found.set(key, { name: row.project, unit, rows: [row] });
  }
  return [...found.values()];
}
