import type { TableSpec } from "../templates/define";
import type { ColumnMap } from "./columns";
import { lineReader } from "./line-rows";
import { NO_ROW, type RowReader } from "./row-reader";

/** Fixed lines with details below them; the details are known to be there, and nothing is said of them. */
export function outlineReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const read = lineReader(spec, columns);
  return (cells, left) => {
    const [row] = read(cells, left);
    return row && row.kind !== "other" ? [row] : NO_ROW;
  };
}
