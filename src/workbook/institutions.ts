import type { Recognised } from "./recognised";

/** 事业运行, 事业单位医疗, 事业单位离退休: subjects of 事业单位; 行政事业单位 and 机关事业单位 name both kinds. */
const OF_INSTITUTIONS = /事业运行|(?<!行政|机关)事业单位/;

/**
 * Whether the tables hold money of 事业单位 beside that of offices. 机关运行经费 is the operating part of offices and of
 * institutions under the civil service law alone (docs/rules.md B 其他（一）): the tables do not tell it then.
 */
export function hasInstitutions({ tables }: Recognised): boolean {
  const table = tables.get("general");
  return table?.rows.some((row) => OF_INSTITUTIONS.test(row.name) && table.amount(row, "合计")?.isZero() === false) === true;
}
