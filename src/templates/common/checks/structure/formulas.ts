import { parseAddress, type CellRef } from "../../../../amount/cell-ref";
import { cellAt } from "../../../../workbook/held";
import type { Row, RowKind, Table } from "../../../../workbook/recognised";

/** The formula of a cell; null where it holds a constant. */
export const formulaAt = ({ sheet }: Table, cell: CellRef): string | null => cellAt(sheet, cell).formula ?? null;

/** A1, $A$1 or A1:B2 without a sheet before it. */
const REFERENCE = /(?<![!A-Za-z0-9_$'])(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![A-Za-z0-9_(])/g;

/** What a total may be added up from, in the order it is looked for. */
const levels: readonly RowKind[] = ["unit", "class", "group", "item", "project"];

/**
 * Rows that a total's formula leaves out: of the level it adds up (the highest it touches in its own column), those it
 * does not reach. [] when the formula adds up no such rows (a reference to another table, a condition).
 */
export function missedRows(table: Table, total: Row, cell: CellRef, formula: string): readonly Row[] {
  const ranges = rangesIn(formula, cell.column);
  if (ranges.length === 0) return [];
  const reached = (row: Row): boolean => ranges.some(([from, to]) => row.position >= from && row.position <= to);
  const rows = table.rows.filter((row) => row.side === total.side && row !== total);
  const level = levels.find((kind) => rows.some((row) => row.kind === kind && reached(row)));
  return level === undefined ? [] : rows.filter((row) => row.kind === level && !reached(row));
}

/** The row spans a formula refers to in one column of its own sheet, 0-based. */
function rangesIn(formula: string, column: number): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (const match of formula.matchAll(REFERENCE)) {
    const from = parseAddress(match[1] ?? "");
    const to = match[2] === undefined ? from : parseAddress(match[2]);
    if (!from || !to || Math.min(from.column, to.column) > column || Math.max(from.column, to.column) < column) continue;
    ranges.push([Math.min(from.row, to.row), Math.max(from.row, to.row)]);
  }
  return ranges;
}
