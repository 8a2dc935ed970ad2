import type { TableSpec } from "../templates/define";
import { isTotalLabel, normaliseLabel } from "../text/wording";
import type { ColumnMap } from "./columns";
import { nameOf, NO_ROW, textAt, type RowReader } from "./row-reader";

/** The key of the line that is the table's total, in every family. */
const TOTAL = "总计";

/** Rows of T10: fixed lines in any order, each once. */
export function lineReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const lines = Object.entries(spec.lines).map(([key, line]) => ({ key, labels: new Set(line.labels.map(normaliseLabel)) }));
  const used = new Set<string>();
  return (cells, left) => {
    const raw = textAt(cells, columns.label);
    if (raw.trim() === "") return NO_ROW;
    const label = normaliseLabel(raw);
    const found = lines.find((line) => !used.has(line.key) && line.labels.has(label))?.key ?? null;
    if (found !== null) used.add(found);
    const kind = isTotalLabel(label) || found === TOTAL ? "total" : found === null ? "other" : "line";
    return [{ kind, name: nameOf(raw), line: found, labelColumn: left + (columns.label ?? 0) }];
  };
}
