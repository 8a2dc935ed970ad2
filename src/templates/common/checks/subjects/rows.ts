import { notes, rememberedFor } from "../../../../text/remembered";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";

/** A subject's row and the table it stands in. */
export interface Placed {
  readonly table: Table;
  readonly row: Row;
}

const LAYOUTS: readonly Table["spec"]["layout"][] = ["coded", "projects", "panels"];

/** Rows that name a subject: class, group and item rows with a code, and projects under a subject. Gathered once a workbook. */
export const subjectRows = rememberedFor(({ tables }: Recognised): readonly Placed[] => {
  const found: Placed[] = [];
  for (const table of tables.values())
    if (LAYOUTS.includes(table.spec.layout)) for (const row of table.rows) if (row.code !== null) found.push({ table, row });
  return found;
}, notes());

/** The rows of a table in sections: each unit's own, where a table lists units. */
export function sections(table: Table): readonly (readonly Row[])[] {
  const found: Row[][] = [[]];
  for (const row of table.rows) {
    if (row.kind === "unit") found.push([]);
    found.at(-1)?.push(row);
  }
  return found;
}

export function hasAmount(table: Table, row: Row): boolean {
  let found = false;
  table.readRow(row, (_, reading) => (found ||= reading.kind === "amount" && !reading.shown.isZero()));
  return found;
}
