import { Exact } from "../../amount/exact";
import type { Table } from "../../workbook/recognised";
import type { Ledger } from "../ledger";
import { numeralsOf } from "../read/numerals";
import type { Line } from "../text/lines";
import { tableTitles } from "./table-titles";

/**
 * Tables that a PDF took apart, one cell a line: nobody can say which cell is which, but every amount of the region below
 * the title that the workbook's table of that title has, as often as it has it, is the table's.
 */
export function readLooseTables(ledger: Ledger, lines: readonly Line[]): void {
  const titles = tableTitles(ledger.book.recognised);
  let left: Map<string, number> | null = null;
  for (const line of lines) {
    const table = titles.of(line);
    if (table) left = amountsOf(table);
    else if (/[。；]$/.test(line.text)) left = null;
    else if (left && line.kind !== "row") settle(ledger, line, left);
  }
}

function amountsOf(table: Table): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of table.rows)
    for (const key of table.columns.keys()) {
      const value = table.amount(row, key);
      if (value && !value.isZero()) counts.set(value.toString(), (counts.get(value.toString()) ?? 0) + 1);
    }
  return counts;
}

/** The printed figure is in the table's own unit: 元 or 万元. */
function settle(ledger: Ledger, line: Line, left: Map<string, number>): void {
  for (const stated of numeralsOf(line)) {
    if (!stated.value || ledger.standing(stated)) continue;
    const key = [stated.value, stated.value.shifted(-4)].map((value) => value.toString()).find((one) => (left.get(one) ?? 0) > 0);
    if (stated.value.equals(Exact.zero)) ledger.prove(stated, "表中没有金额的格");
    else if (key !== undefined) {
      left.set(key, (left.get(key) ?? 0) - 1);
      ledger.prove(stated, "工作簿同名的表里有这个数");
    }
  }
}
