import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { inWan, writtenIn } from "../../amount/unit";
import { contentAt } from "../../workbook/held";
import { isCellError } from "../../workbook/plain";
import type { Recognised, Table } from "../../workbook/recognised";
import { Money } from "../engine/money";
import type { Suspect } from "../report";
import type { Blamed } from "./blamed";

/** Suspects in the words of their tables, with their figures as the cells print them where a table is in another unit than the workbook. */
export function asPrinted(suspects: readonly Blamed[], recognised: Recognised): readonly Suspect[] {
  const tables = [...recognised.tables.values()];
  return suspects.map((suspect) => {
    const { sheet, row, value, expected, kind } = suspect;
    const table = tables.find((one) => one.sheet.name === sheet && row >= one.area.top && row <= one.area.bottom);
    if (!table) return { ...suspect, what: "" };
    const words = { ...suspect, what: whatOf(table, suspect) };
    if (kind === "code") return { ...words, ...(expected !== null && { entry: expected }) };
    const entry = expected === null || !isPlainlyHeld(table, suspect, recognised) ? null : inUnitOf(table, expected, recognised);
    const typed = { ...words, ...(entry !== null && { entry }) };
    if (table.facts.unit === recognised.unit) return typed;
    const money = new Money(recognised).about([table]);
    const said = (plain: string): string => {
      const amount = Exact.parse(plain);
      return amount ? money.shown(inWan(amount, recognised.unit)) : plain;
    };
    return { ...typed, printed: { value: said(value), expected: expected === null ? null : said(expected) } };
  });
}

/** 行政运行 · 基本支出 */
function whatOf(table: Table, cell: CellRef): string {
  for (const row of table.rows)
    for (const { key, heading } of table.columns.values()) {
      const at = table.cell(row, key);
      if (at?.row !== cell.row || at.column !== cell.column || table.read(row, key) === undefined) continue;
      return [row.project ?? row.name, row.amountColumn === null ? heading : ""].filter((words) => words !== "").join(" · ");
    }
  return "";
}

/** What stands there is the figure as it is read: no formula, no scale that only the cell's look has. */
function isPlainlyHeld({ facts, precision }: Table, { value: read, ...cell }: Blamed, { workbook, unit }: Recognised): boolean {
  const { value, formula } = contentAt(workbook, cell);
  if (formula !== undefined || typeof value === "boolean" || isCellError(value)) return false;
  const held = Exact.parse(String(value ?? "").replace(/[,，\s]/g, ""));
  const amount = Exact.parse(read);
  if (!held || !amount) return !held && !amount;
  // It is shown to its last printed digit and may be stored to more.
  return inWan(held, facts.unit).minus(inWan(amount, unit)).abs().compare(precision) < 0;
}

/** An amount of the workbook's unit as it is written in the table. */
function inUnitOf({ facts }: Table, plain: string, { unit }: Recognised): string | null {
  const amount = Exact.parse(plain);
  return amount ? writtenIn(inWan(amount, unit), facts.unit).toString() : null;
}
