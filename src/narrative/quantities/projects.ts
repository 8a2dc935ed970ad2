import { projectRows } from "../../inputs/project-rows";
import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { isZero, plus, type Figure } from "../figure";
import { words } from "../say";
import type { Segment } from "../segments";
import { tidy } from "../wording";
import { figureIn, totalOf } from "./cells";

export interface Project {
  readonly name: Segment;
  /** One paragraph a line, as the user wrote them. */
  readonly basis: readonly (readonly Segment[])[];
  readonly amount: Figure;
  readonly unit: readonly (readonly Segment[])[];
  readonly allocation: readonly (readonly Segment[])[];
  readonly period: readonly (readonly Segment[])[];
}

/** 项目 of 项目支出表, one entry a project and unit (a project may stand under several subjects); null without the table. */
export function projectsOf(desk: Desk): readonly Project[] | null {
  const table = tableOf(desk, "projects");
  if (!table) return null;
  return projectRows(table.rows).flatMap(({ name, unit, rows }): Project[] => {
    const amount = plus(rows.map((row) => figureIn(table, row, "项目支出合计")));
    if (isZero(amount)) return [];
    const printed = tidy(name);
    const cells = rows.map((row) => table.labelCell(row));
    const unitName = unit ? tidy(unit.name) : null;
    const ask = (
      field: "basis" | "unit" | "allocation" | "period",
      fallback: readonly Segment[] | null = null,
    ): readonly (readonly Segment[])[] => desk.asks.project(printed, unitName, field, fallback);
    return [
      {
        name: { kind: "input", text: printed, cells },
        basis: ask("basis"),
        amount,
        unit: ask("unit", unit && unitName !== null ? [{ kind: "input", text: unitName, cells: [table.labelCell(unit)] }] : null),
        allocation: ask("allocation"),
        period: ask("period", [...desk.years.current, words("年1月1日至"), ...desk.years.current, words("年12月31日")]),
      },
    ];
  });
}

/** Total of project expenditure from general public budget: 项目支出表, or 一般公共预算支出表. */
export function projectTotal(desk: Desk): Figure {
  const ofProjects = totalOf(desk.recognised, "projects", "项目支出合计", "财政拨款项目支出");
  return ofProjects.known ? ofProjects : totalOf(desk.recognised, "general", "项目支出", "财政拨款项目支出");
}
