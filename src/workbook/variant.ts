import type { TableKey } from "../tables/define";
import { normalise } from "../tables/wording";
import type { OrganisationKind, VariantId } from "../tables/variants";
import type { Table } from "./recognised";

/** A template decided from what the workbook says, with the reasons. */
export interface VariantFinding {
  readonly variant: VariantId;
  readonly evidence: readonly string[];
}

export type RawTables = ReadonlyMap<TableKey, Pick<Table, "columns" | "rows" | "facts" | "title">>;

/**
 * Decides the template by its own features (rules.md D1), not by the year alone: which tables there are, their headings
 * and the words of 表1 and of the empty-table sentence. The year settles what is left.
 */
export function findVariant(tables: RawTables, year: number | null, kind: OrganisationKind): VariantFinding {
  const votes: { for: readonly VariantId[]; weight: number; why: string }[] = [];
  const vote = (weight: number, why: string, ...ids: VariantId[]): void => void votes.push({ for: ids, weight, why });

  if (tables.has(11)) vote(8, "有“财政拨款委托业务费支出情况表”", "2026-12");
  const carried = tables.get(12);
  if (carried) {
    vote(3, "有“上年结转结余”表", "2026-12", "2026-11", "2025-11");
    if (carried.title && normalise(carried.title.text).includes("明细")) vote(4, "“上年结转结余情况明细表”", "2026-11", "2025-11");
  }
  const heads = [...tables.values()].flatMap((table) => [...table.columns.values()].map((column) => normalise(column.heading)));
  const fund = tables.get(8) ?? tables.get(9);
  if (fund) {
    if (fund.columns.has("人员经费")) vote(2, "表8分列人员经费、公用经费", "2026-12", "2026-11", "2025-11");
    else vote(3, "表8不分列人员经费、公用经费", "2023-10");
  }
  const labels = (tables.get(1)?.rows ?? []).map((row) => normalise(row.name).replace(/^\d[.、]/, ""));
  if (labels.includes("基金预算拨款")) vote(4, "表1写作“基金预算拨款”", "2023-10");
  if (heads.includes("社会保障补助")) vote(2, "表7写作“社会保障补助”", "2023-10");
  if ([...tables.values()].some((table) => table.facts.note && /^备注/.test(table.facts.note.text))) vote(3, "空表句以“备注”开头", "2023-10");
  const income = tables.get(2);
  if (income && !income.columns.has("上级国有资本经营预算转移支付")) vote(1, "表2没有上级国有资本经营预算列", "2026-12");
  const lines = (tables.get(10)?.rows ?? []).map((row) => normalise(row.name));
  if (lines.includes("公务用车购置及运行维护费(小计)")) vote(2, "表10写作“运行维护费”", "2026-12");
  else if (lines.includes("公务用车购置及运行费(小计)")) vote(2, "表10写作“公务用车运行费”", "2026-11", "2025-11", "2023-10");
  if (year !== null) {
    if (year >= 2026) vote(3, `${year}年度`, "2026-12", "2026-11");
    else if (year >= 2024) vote(3, `${year}年度`, "2025-11");
    else vote(3, `${year}年度`, "2023-10");
  } else if (kind === "单位") vote(0.5, "编制单位", "2025-11");

  const ids: readonly VariantId[] = ["2026-12", "2026-11", "2025-11", "2023-10"];
  const score = (id: VariantId): number => votes.reduce((sum, { for: list, weight }) => sum + (list.includes(id) ? weight : 0), 0);
  const variant = ids.reduce((best, id) => (score(id) > score(best) ? id : best));
  return { variant, evidence: votes.filter(({ for: list }) => list.includes(variant)).map(({ why }) => why) };
}
