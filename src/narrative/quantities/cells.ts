import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { officialTitle, printed, type Template } from "../../templates/family";
import type { TableKey } from "../../templates/define";
import { NOT_CALCULATED } from "../../workbook/reading";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import { quoted } from "../../text/wording";
import { known, lacking, plus, type Figure } from "../figure";

/** One amount of a table. What is missing or unreadable is said, never taken for zero; a blank is zero. */
export function figureIn(table: Table, row: Row, column: string): Figure {
  const cell = table.cell(row, column);
  const amount = table.amount(row, column);
  const what = `${row.project ?? row.name}·${table.columns.get(column)?.heading ?? column}`;
  if (!cell)
    return lacking(`缺${table.label}“${column}”列`, `${table.label}没有认出“${column}”列，“${what}”写不出来。请检查该表的列标题。`);
  if (table.read(row, column)?.kind === "uncalculated")
    return lacking(`待算：${table.label}一处公式没有结果`, `${fullAddress(cell)}“${what}”的${NOT_CALCULATED}。`);
  if (amount === null) return lacking(`待改：${table.label}一处金额读不成数`, `${fullAddress(cell)}“${what}”不是金额，请改成数字。`);
  return known(amount, [cell], `${table.label}“${what}”`);
}

/** One amount of a table that may be absent; `pick` finds the row, `what` names the figure in the message. */
export function figureOf(recognised: Recognised, key: TableKey, pick: (table: Table) => Row | null, column: string, what: string): Figure {
  const table = recognised.tables.get(key);
  if (!table) return missingTable(recognised.template, key, what);
  const row = pick(table);
  return row
    ? figureIn(table, row, column)
    : lacking(`缺${table.label}${quoted(what)}行`, `${table.label}没有认出${quoted(what)}行，请检查该表的行名。`);
}

/** Tables that are published empty where there is nothing, some without so much as a total row (docs/checks.md S13). */
const MAY_BE_EMPTY: ReadonlySet<TableKey> = new Set(["projects", "funds", "stateCapital", "commissioned", "carriedOver"]);

/** A table's total in one column: its total row, or the sum of its classes where it has none. */
export function totalOf(recognised: Recognised, key: TableKey, column: string, what: string): Figure {
  const table = recognised.tables.get(key);
  if (!table) return missingTable(recognised.template, key, what);
  const total = table.total();
  if (total) return figureIn(table, total, column);
  const classes = table.rows.filter(({ kind }) => kind === "class");
  if (MAY_BE_EMPTY.has(key) && table.rows.every(({ kind }) => kind === "other"))
    return nothing(table.facts.note ? [table.facts.note.cell] : [], `${table.label}没有数据`);
  return classes.length > 0
    ? plus(classes.map((row) => figureIn(table, row, column)))
    : lacking(`缺${table.label}合计行`, `${table.label}没有认出合计行，“${what}”写不出来。请检查该表的合计行。`);
}

export function missingTable(template: Template, key: TableKey, what: string): Figure {
  const table = printed(template, key);
  const label = table?.label ?? "";
  const title = table ? officialTitle(template, table.spec, "部门") : "";
  return lacking(`缺${label}：${what}`, `缺少${label}《${title}》，“${what}”写不出来。请补上该表后重新生成。`);
}

/** Zero, where the workbook says there is nothing. */
export function nothing(cells: readonly CellRef[], why: string): Figure {
  return known(Exact.zero, cells, why);
}
