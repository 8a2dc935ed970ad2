import { isTotalLabel, normalise, normaliseLabel } from "../text/wording";
import type { ColumnMap } from "./columns";
import { isFooterText, isPartOfOthers } from "./footer";
import { isNumberRow } from "./header-block";
import type { CellValue } from "./plain";
import { nameOf, NO_ROW, textAt, type RowReader } from "./row-reader";
import { isLabelHeading } from "./vocabulary";
import { readCell } from "./reading";

/** Rows of units and projects by name. The amounts decide: a row with some is one of them, whatever its name begins or ends with; a name without any is a note. */
export function namedReader(columns: ColumnMap): RowReader {
  const amounts = [...columns.amounts.values()].map((column) => column.index);
  return (cells, left) => {
    const own = textAt(cells, columns.label);
    // The total may be named in a column before the names, such as that of the units' numbers.
    const raw = own.trim() === "" ? (totalBefore(cells, columns.label) ?? "") : own;
    const label = normaliseLabel(raw);
    if (label === "" || isNumberRow(cells)) return NO_ROW;
    const labelColumn = left + (columns.label ?? 0);
    const name = nameOf(raw);
    if (isTotalLabel(label)) return [{ kind: "total", name, labelColumn }];
    const hasAmounts = amounts.some((column) => holdsAmount(cells[column]));
    const mayBeNamed = hasAmounts || (!isLabelHeading(normalise(raw)) && amounts.some((column) => holdsSomething(cells[column])));
    const named = mayBeNamed && !isFooterText(raw, hasAmounts) && !isPartOfOthers(raw);
    return [{ kind: named ? "project" : "other", name, labelColumn }];
  };
}

function totalBefore(cells: readonly CellValue[], label: number | null): string | undefined {
  return cells.slice(0, label ?? 0).find((cell): cell is string => typeof cell === "string" && isTotalLabel(normaliseLabel(cell)));
}

function holdsAmount(value: CellValue | undefined): boolean {
  return readCell(value, undefined, "万元").kind === "amount";
}

function holdsSomething(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && !(typeof value === "string" && value.trim() === "");
}
