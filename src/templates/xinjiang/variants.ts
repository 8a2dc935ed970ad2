import type { TableKey } from "../define";

/** The templates met so far, named by their first year and number of tables (rules.md D1). */
export type VariantId = "2026-12" | "2026-11" | "2025-11" | "2023-10";

/** 部门 (a department's summary) or 单位 (a single unit): the same tables in other words. */
export type OrganisationKind = "部门" | "单位";

export interface Variant {
  readonly id: VariantId;
  /** For the user to choose from. */
  readonly label: string;
  /** Table keys in printed order: the first is 表1. */
  readonly order: readonly TableKey[];
}

export const variants: Readonly<Record<VariantId, Variant>> = {
  "2026-12": { id: "2026-12", label: "12张表（2026年版，含委托业务费表）", order: ["overview", "income", "expenditure", "fiscal", "general", "basic", "projects", "funds", "stateCapital", "threePublic", "commissioned", "carriedOver"] },
  "2026-11": { id: "2026-11", label: "11张表（2026年版）", order: ["overview", "income", "expenditure", "fiscal", "general", "basic", "projects", "funds", "stateCapital", "threePublic", "carriedOver"] },
  "2025-11": { id: "2025-11", label: "11张表（2025年版）", order: ["overview", "income", "expenditure", "fiscal", "general", "basic", "projects", "funds", "stateCapital", "threePublic", "carriedOver"] },
  "2023-10": { id: "2023-10", label: "10张表（2023年版）", order: ["overview", "income", "expenditure", "fiscal", "general", "basic", "projects", "funds", "stateCapital", "threePublic"] },
};

/** The number a template prints for a table; null where it does not have the table. */
export function printedNumber(variant: VariantId, key: TableKey): number | null {
  const index = variants[variant].order.indexOf(key);
  return index < 0 ? null : index + 1;
}
