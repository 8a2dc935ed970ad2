import type { TableSpec } from "../templates/define";
import type { ColumnMap } from "./columns";
import { lineReader } from "./line-rows";
import type { CellValue } from "./plain";
import { NO_ROW, type RowReader } from "./row-reader";

/**
 * Fixed lines with details below them; the details are known to be there, and nothing is said of them. A detail says what is
 * bought and how: words alone in the column of the lines are a line that nobody knows.
 */
export function outlineReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const read = lineReader(spec, columns);
  return (cells, left) => {
    const [row] = read(cells, left);
    return row && (row.kind !== "other" || standsAlone(cells, columns.label)) ? [row] : NO_ROW;
  };
}

function standsAlone(cells: readonly CellValue[], label: number | null): boolean {
  return label !== null && cells.every((cell, column) => typeof cell !== "string" || cell.trim() === "" || column === label);
}
