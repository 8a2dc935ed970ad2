import { printedColumns } from "../templates/define";
import { normalise } from "../text/wording";
import type { HeaderColumn } from "./header-block";
import type { Candidate } from "./identify";
import { readCell } from "./reading";
import type { Row, UnknownColumn, UnknownRow } from "./recognised";
import type { CellValue } from "./plain";
import { CODE_HEADS, OFFICE_CODE_HEADS, ROW_NUMBER_HEADS } from "./vocabulary";

/** Columns of remarks hold no amounts that belong to a table. */
const REMARKS: ReadonlySet<string> = new Set(["备注", "说明", "备注说明"].map(normalise));

/** What another year had, and by how much this one differs: no part of this year's sums. */
const OTHER_YEARS = /执行数|决算数|增减|增长|上年预算/;

/** Columns under a heading that the table is not known to have and that hold amounts: a sum over columns may include them. */
export function unknownColumns({ block, columns }: Candidate, rows: readonly Row[]): readonly UnknownColumn[] {
  const { sheet } = block;
  const lines = rows.filter(({ kind }) => kind !== "other").map(({ position }) => sheet.values[position - sheet.top]);
  return columns.unknown.filter(strange(lines)).map(({ index, heading, row }) => {
    const column = sheet.left + index;
    return { heading: heading.replace(/\s+/g, ""), position: column, cell: { sheet: sheet.name, row, column } };
  });
}

/** Lines of a sheet in which a column's amounts are looked for where its rows are not read. */
const SAMPLE = 50;

/**
 * How many columns keep a block from being the table: those that it lacks, and those that it is not known to have, with
 * amounts in them or under a heading of the family's (`headings`): another table's.
 */
export function misfits({ block: { sheet, bodyStart }, columns }: Candidate, headings: ReadonlySet<string>): number {
  const holds = strange(sheet.values.slice(bodyStart, bodyStart + SAMPLE));
  return columns.missing.length + columns.unknown.filter((column) => headings.has(column.leaf) || holds(column)).length;
}

/** Whether a column of a strange heading holds amounts in these lines. */
const strange =
  (lines: readonly (readonly CellValue[] | undefined)[]) =>
  ({ index, leaf }: HeaderColumn): boolean =>
    !REMARKS.has(leaf) &&
    !OTHER_YEARS.test(leaf) &&
    !OFFICE_CODE_HEADS.has(leaf) &&
    !CODE_HEADS.has(leaf) &&
    !ROW_NUMBER_HEADS.has(leaf) &&
    lines.some((line) => isAmount(line?.[index]));

/** Rows with amounts that are none of the table's: a sum over rows may include them. */
export function unknownRows({ block, columns, spec }: Candidate, rows: readonly Row[]): readonly UnknownRow[] {
  const { sheet } = block;
  const amounts = [...columns.amounts].map(([key, { index }]) => ({ key, index, side: printedColumns(spec)[key]?.side }));
  const found: UnknownRow[] = [];
  const cellsOf = (row: Row): readonly CellValue[] => sheet.values[row.position - sheet.top] ?? [];
  const total = rows.find(({ kind }) => kind === "total");
  // The one office of a table, in a line of its own right below the total: figure by figure the same.
  const repeatsTotal = (row: Row): boolean =>
    spec.layout === "coded" &&
    total !== undefined &&
    row.position === total.position + 1 &&
    row.malformedCode === null &&
    amounts.every(({ index }) => cellsOf(total)[index] === cellsOf(row)[index]);
  for (const row of rows) {
    if (row.kind !== "other") continue;
    const cells = cellsOf(row);
    if (repeatsTotal(row)) continue;
    const held = amounts.filter(({ index, side }) => (side === undefined || side === row.side) && isAmount(cells[index]));
    if (held.length === 0) continue;
    const cell = { sheet: sheet.name, row: row.position, column: row.labelColumn };
    found.push({ row, cell, columns: new Set(held.map(({ key }) => key)) });
  }
  return found;
}

/** Anything but nothing, zero and words: a broken formula may stand for an amount. */
function isAmount(value: CellValue | undefined): boolean {
  const reading = readCell(value, undefined, "万元");
  return reading.kind === "error" || (reading.kind === "amount" && !reading.stored.isZero());
}
