import { isTotalLabel, normalise, normaliseLabel } from "../text/wording";
import type { ColumnMap } from "./columns";
import { isFooterText } from "./footer";
import { isNumberRow } from "./header-block";
import type { CellValue } from "./plain";
import { nameOf, NO_ROW, textAt, type RowReader } from "./row-reader";
import { isLabelHeading } from "./vocabulary";

/** Rows of T11 and T12: units and projects by name; a name without any amount is a note. */
export function namedReader(columns: ColumnMap): RowReader {
  const amounts = [...columns.amounts.values()].map((column) => column.index);
  return (cells, left) => {
    const raw = textAt(cells, columns.label);
    const label = normaliseLabel(raw);
    if (label === "" || isNumberRow(cells)) return NO_ROW;
    const labelColumn = left + (columns.label ?? 0);
    const name = nameOf(raw);
    if (isTotalLabel(label)) return [{ kind: "total", name, labelColumn }];
    const named = !isFooterText(raw) && !isLabelHeading(normalise(raw)) && amounts.some((column) => holdsSomething(cells[column]));
    return [{ kind: named ? "project" : "other", name, labelColumn }];
  };
}

function holdsSomething(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && !(typeof value === "string" && value.trim() === "");
}
