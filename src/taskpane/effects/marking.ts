import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { blameOf } from "../../checks/blame";
import type { CheckReport } from "../../checks/report";
import type { CellMark } from "../../hosts/door";
import { MARK_LEVELS } from "../../hosts/mark-rule";
import { levelOf } from "../../checks/level";

/**
 * What is to be seen on the sheets: the cell at fault strong, the cells that do not agree because of it faint, what nothing
 * explains strong as well, and what is doubtful. 提示, 尾差 and 未执行 are not marked. One mark a cell, the gravest.
 */
export function marksOf(report: CheckReport): readonly CellMark[] {
  const { causes, suspects, rest } = blameOf(report);
  const marks = new Map<string, CellMark>();
  const mark = (cells: readonly CellRef[], level: CellMark["level"]): void => {
    for (const cell of cells) {
      const { sheet, row, column } = cell;
      const known = marks.get(fullAddress(cell));
      if (!known || MARK_LEVELS.indexOf(known.level) < MARK_LEVELS.indexOf(level))
        marks.set(fullAddress(cell), { sheet, row, column, level });
    }
  };
  for (const { of, findings } of causes) {
    mark(of.cells, "error");
    for (const { cells } of findings) mark(cells, "faint");
  }
  for (const { of, findings } of suspects) {
    if (findings.length > 0) mark([of], "error");
    for (const { cells } of findings) mark(cells, "faint");
  }
  for (const finding of rest) {
    const level = levelOf(finding);
    if (level === "error" || level === "warning") mark(finding.cells, level);
  }
  return [...marks.values()];
}
