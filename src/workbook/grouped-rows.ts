import { isTotalLabel, normaliseLabel } from "../text/wording";
import type { ColumnMap } from "./columns";
import { isFooterText } from "./footer";
import { nameOf, NO_ROW, textAt, type RowReader } from "./row-reader";

const SUBTOTAL = normaliseLabel("小计");

/** Rows in two label columns: a section with its 小计 beside it, and below it its details. */
export function groupedReader(columns: ColumnMap): RowReader {
  return (cells, left) => {
    const group = textAt(cells, columns.label);
    const detail = textAt(cells, columns.project);
    if (group.trim() === "" && detail.trim() === "") return NO_ROW;
    const labelColumn = left + (columns.label ?? 0);
    if (isTotalLabel(normaliseLabel(group))) return [{ kind: "total", name: nameOf(group), labelColumn }];
    if (isFooterText(group || detail)) return [{ kind: "other", name: nameOf(group || detail), labelColumn }];
    if (group.trim() !== "" && (detail.trim() === "" || normaliseLabel(detail) === SUBTOTAL))
      return [{ kind: "section", name: nameOf(group), labelColumn }];
    return [{ kind: "detail", name: nameOf(detail || group), labelColumn: left + (columns.project ?? columns.label ?? 0) }];
  };
}
