import type { CellRef } from "../../amount/cell-ref";
import type { Reading } from "../../workbook/reading";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import type { FindingCell } from "../report";
import { Money } from "./money";

interface Words {
  readonly table?: number | null;
  readonly row?: string;
  readonly column?: string;
  readonly value?: string;
}

/** A cell a finding speaks of that is no addend of an identity: a title, a name, a code, a sentence. */
export function pointTo(cell: CellRef, words: Words = {}): FindingCell {
  return {
    sheet: cell.sheet,
    row: cell.row,
    column: cell.column,
    table: words.table ?? null,
    rowLabel: words.row ?? "",
    columnLabel: words.column ?? "",
    value: words.value ?? "",
    side: "left",
    sign: 1,
  };
}

/** The cell that names a row. */
export function nameCell(table: Table, row: Row): FindingCell {
  return pointTo(table.labelCell(row), { table: table.number, row: labelOf(row), value: row.project ?? row.name });
}

/** The cell of an amount, with its figure in the workbook's own unit; null where the table has no such column. */
export function amountCell(recognised: Pick<Recognised, "unit">, table: Table, row: Row, column: string): FindingCell | null {
  const cell = table.cell(row, column);
  if (!cell) return null;
  const reading = table.read(row, column);
  const money = new Money(recognised);
  return pointTo(cell, { table: table.number, row: labelOf(row), column: headingOf(table, column), value: wordsOf(reading, money) });
}

/** What a cell says, its figure in the workbook's own unit. */
export function wordsOf(reading: Reading | null | undefined, money: Money): string {
  switch (reading?.kind) {
    case "amount":
      return money.plain(reading.shown);
    case "text":
      return reading.text;
    case "error":
      return reading.error;
    case "uncalculated":
      return reading.formula;
    default:
      return "";
  }
}

/** A column's heading as printed, without line breaks. */
export function headingOf(table: Table, column: string): string {
  return table.columns.get(column)?.heading.replace(/\s+/g, "") ?? column;
}

/** A row as people call it: its project, its code and name, or its name. */
export function labelOf(row: Row): string {
  if (row.kind === "project") return row.project ?? row.name;
  return row.code === null ? row.name : `${row.code} ${row.name}`;
}
