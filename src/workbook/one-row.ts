import type { ColumnMap } from "./columns";
import type { CellValue } from "./plain";
import { NO_ROW, type RowDraft, type RowReader } from "./row-reader";
import { readCell } from "./reading";

/**
 * The row of amounts of a table that has only one: each amount is the line's that its heading names, so that it reads as
 * a table of lines does.
 */
export function oneRowReader(columns: ColumnMap): RowReader {
  let read = false;
  return (cells, left) => {
    const found = [...columns.amounts];
    if (read || !found.some(([, { index }]) => isAmount(cells[index]))) return NO_ROW;
    read = true;
    return found.map(([key, { index, heading, row }]): RowDraft => ({
      kind: key === TOTAL ? "total" : "line",
      name: heading.replace(/\s+/g, ""),
      line: key,
      labelColumn: left + index,
      amountColumn: left + index,
      headingAt: row,
    }));
  };
}

/** The key of the line that is the table's total, in every family. */
const TOTAL = "总计";

/** The first row of amounts is the total; what stands below is none of the table's. */
export function totalOnlyReader(columns: ColumnMap): RowReader {
  const amounts = [...columns.amounts.values()].map(({ index }) => index);
  const first = Math.min(...amounts);
  let read = false;
  return (cells, left) => {
    if (read || !amounts.some((index) => isAmount(cells[index]))) return NO_ROW;
    read = true;
    return [{ kind: "total", name: TOTAL, labelColumn: left + first }];
  };
}

function isAmount(value: CellValue | undefined): boolean {
  return readCell(value, undefined, "万元").kind === "amount";
}
