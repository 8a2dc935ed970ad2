import { Exact } from "../../amount/exact";
import { canon } from "../../text/canon";
import type { Table } from "../../workbook/recognised";
import type { Ledger } from "../ledger";
import { numeralsOf } from "../read/numerals";
import type { Line } from "../text/lines";

/** Table titles stand by themselves, often with the year before them. */
const YEAR = /^\d{4}年(?:度)?/;
const LONGEST_TITLE = 60;
const ABOVE = 4;

/**
 * Tables that a PDF took apart, one cell a line: nobody can say which cell is which, but every amount of the region below
 * the title that the workbook's table of that title has, as often as it has it, is the table's.
 */
export function readLooseTables(ledger: Ledger, lines: readonly Line[]): void {
  const titles = new Map(
    [...ledger.book.recognised.tables.values()].flatMap((table) => {
      const title = titleOf(table);
      return title === null ? [] : [[bare(title), table] as const];
    }),
  );
  let left: Map<string, number> | null = null;
  for (const line of lines) {
    const table = line.text.length <= LONGEST_TITLE ? titles.get(bare(line.text)) : undefined;
    if (table) left = amountsOf(table);
    else if (/[。；]$/.test(line.text)) left = null;
    else if (left && line.kind !== "row") settle(ledger, line, left);
  }
}

/** As the table is headed; of a form that is not known, what stands over it on its sheet. */
function titleOf({ title, sheet }: Table): string | null {
  if (title) return title.text;
  const above = sheet.values
    .slice(0, ABOVE)
    .flat()
    .find((value) => typeof value === "string" && /表\s*$/.test(value));
  return typeof above === "string" ? above : null;
}

const bare = (title: string): string => canon(title).replace(YEAR, "");

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
