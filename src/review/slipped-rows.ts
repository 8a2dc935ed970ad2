import type { CellRef } from "../amount/cell-ref";
import { writtenIn } from "../amount/unit";
import type { Comparison } from "../compare/compare-tables";
import type { TableKey } from "../templates/define";
import type { Recognised, Row, Table } from "../workbook/recognised";
import type { OpenedReport } from "./open-report";

/** Rows of a table of a text that say what the workbook says, in other cells. */
export interface SlippedRows {
  readonly table: Table;
  /** Where the first of them is. */
  readonly at: CellRef;
  /** The report's cells that were not held against anything. */
  readonly covers: readonly CellRef[];
}

interface Apart {
  /** Without the differences of those rows. */
  readonly comparison: Comparison;
  readonly slipped: readonly SlippedRows[];
}

/**
 * A text keeps no columns but its tabs. A row with the very digits of the workbook's, or the very amounts, one after the other, says
 * the same: where a cell was pushed aside, torn apart or glued to its neighbour, no figure of it is wrong, and none was read.
 */
export function withoutSlippedRows({ sheets, report }: OpenedReport, printed: Recognised, own: Recognised, comparison: Comparison): Apart {
  if (report.kind !== "text") return { comparison, slipped: [] };
  const digits = (sheet: string): readonly string[] =>
    (sheets.places.get(sheet)?.table.rows ?? []).map((row) => row.map(({ text }) => digitsIn(text)).join(""));
  const slipped = new Map<TableKey, { at: CellRef; covers: CellRef[] }>();
  const note = (key: TableKey, at: CellRef, covers: readonly CellRef[]): void => {
    const before = slipped.get(key);
    slipped.set(key, { at: before?.at ?? at, covers: [...(before?.covers ?? []), ...covers] });
  };
  const says = (key: TableKey, at: CellRef, is: (digits: string) => boolean): boolean => rowsAt(own, key, at).some((one) => is(one));
  const differences = comparison.differences.filter((difference) => {
    const { key, printed: at, own: cell } = difference;
    // A name torn apart or glued to another is a part of it or holds it; one that is neither is another name.
    if (difference.kind === "name" && !isPart(difference.says, difference.wanted)) return true;
    const row = digits(at.sheet)[at.row] ?? "";
    const [amounts, wanted] = [amountsIn(sheets.places.get(at.sheet)?.table.rows[at.row] ?? []), amountsAt(own, key, cell)];
    // As many amounts, and one of them another: 19.90 for 1.99 has the digits, and is wrong. A code glued to its amount stays before it.
    const asMany = wanted.length > 0 && amounts.length === wanted.length;
    const same = asMany
      ? amounts.every((amount, index) => amount.endsWith(wanted[index] ?? ""))
      : says(key, cell, (one) => row.includes(one));
    if (same) note(key, at, [at]);
    return !same;
  });
  // The rest of a table may have been taken for another; a row that is the other's own is none of it.
  const placed = new Set(comparison.named.map(({ sheet, row }) => `${sheet}:${String(row)}`));
  const all = [...sheets.places.keys()].flatMap((sheet) =>
    digits(sheet).flatMap((said, row) => (placed.has(`${sheet}:${String(row)}`) ? [] : [{ said, at: { sheet, row, column: 0 } }])),
  );
  const missing = comparison.missing.filter(({ key, cell }) => {
    const found = all.find(({ said: row }) => says(key, cell, (one) => row.includes(one)));
    if (found) note(key, found.at, []);
    return !found;
  });
  return {
    comparison: { ...comparison, differences, missing },
    slipped: [...slipped].flatMap(([key, found]) => {
      const table = printed.tables.get(key);
      return table ? [{ table, ...found }] : [];
    }),
  };
}

const isPart = (says: string, wanted: string): boolean => wanted.includes(says) || says.includes(wanted);

/** Blank cells, 0.00 and 62 for 62.00 say the same: without their zeros. */
const digitsIn = (text: string): string => text.replace(/[^1-9]/g, "");
/** Fewer digits are in any row. */
const FEWEST = 4;

const AMOUNT = /\d{1,15}\.\d{2}/g;

/** The amounts of a row without its cells' borders, in order: 5. and 00, or 5.005.00, are as many as they were. Nothing is no amount. */
const amountsIn = (cells: readonly { readonly text: string }[]): readonly string[] =>
  inOrder(
    cells
      .map(({ text }) => text.replace(/[\s,]/g, ""))
      .join("")
      .match(AMOUNT) ?? [],
  );
const inOrder = (amounts: readonly string[]): readonly string[] => amounts.filter((amount) => /[1-9]/.test(amount));

/** The same of the workbook's rows at a place, one beside the other where it has two. */
function amountsAt({ tables }: Recognised, key: TableKey, { row: position }: CellRef): readonly string[] {
  const table = tables.get(key);
  const rows = table?.rows.filter((row) => row.position === position) ?? [];
  return table ? inOrder(rows.flatMap((row) => printedIn(table, row))) : [];
}

/** What the workbook's rows at a place say in digits: code, name, amounts. */
function rowsAt({ tables }: Recognised, key: TableKey, { row: position }: CellRef): readonly string[] {
  const table = tables.get(key);
  const rows = table?.rows.filter((row) => row.position === position) ?? [];
  return table ? rows.map((row) => said(table, row)).filter(({ length }) => length >= FEWEST) : [];
}

const said = (table: Table, row: Row): string => [row.code ?? "", row.project ?? row.name, ...printedIn(table, row)].map(digitsIn).join("");

/** The amounts of a row that are not nothing, in the order of the columns. */
const printedIn = (table: Table, row: Row): readonly string[] =>
  [...table.columns.values()]
    .sort((a, b) => a.position - b.position)
    .flatMap(({ key }) => {
      const amount = table.amount(row, key);
      return amount && !amount.isZero() ? [writtenIn(amount, table.facts.unit).toFixed(2)] : [];
    });
