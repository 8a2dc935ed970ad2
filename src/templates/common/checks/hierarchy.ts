import type { Table } from "../../../workbook/recognised";
import { check, type IdentityCheck } from "../../../checks/engine/check";
import { TableIndex } from "../../../checks/engine/table-index";
import { on, sum, type Vocabulary } from "../../../checks/language/build";

/** Classes, groups, items and the total of a table by subject must foot in every column. */
export function hierarchyChecks<C extends string, L extends string>(
  table: Vocabulary<C, L>,
  ids: { readonly classes: string; readonly groups: string; readonly total: string; readonly items: string },
): readonly IdentityCheck[] {
  const t = on(table);
  return [
    check(ids.classes, t.at("各类", "每列").equals(sum(t.at("所属各款", "每列"))), "类级金额是所属各款之和"),
    check(ids.groups, t.at("各款", "每列").equals(sum(t.at("所属各项", "每列"))), "款级金额是所属各项之和"),
    check(ids.total, t.at("总计", "每列").equals(sum(t.at("各类", "每列"))), "总计是各类之和"),
    check(ids.items, t.at("总计", "每列").equals(sum(t.at("各项", "每列"))), "总计是各项之和"),
  ];
}

/** False where a unit has amounts but lists no project: then the projects do not make up the total. */
export function unitsListProjects(table: Table | undefined): boolean {
  if (!table) return true;
  const index = TableIndex.of(table);
  const amounts = (unit: number): boolean => {
    const row = table.rows[unit];
    return row !== undefined && [...table.columns.keys()].some((column) => table.amount(row, column)?.isZero() === false);
  };
  return [...index.level("unit")].every((unit) => index.below(unit, "project").length > 0 || !amounts(unit));
}
