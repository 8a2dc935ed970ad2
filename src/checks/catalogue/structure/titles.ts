import type { TableSpec } from "../../../templates/define";
import { normalise } from "../../../text/wording";
import type { Recognised } from "../../../workbook/recognised";

/** The title a template prints: in 部门 or 单位 wording; carried-over funds are a 明细表 in eleven-table templates. */
export function officialTitle(spec: TableSpec, { variant, organisationKind }: Pick<Recognised, "variant" | "organisationKind">): string {
  if (spec.key === "carriedOver" && (variant === "2026-11" || variant === "2025-11")) return "上年结转结余情况明细表";
  return (spec.titles[0] ?? "").replace("{部门}", organisationKind);
}

/** A title's words for comparing: without table number, year and what stands in brackets behind it. */
export function titleWords(text: string): string {
  return normalise(text)
    .replace(/^(?:附?表|附件)\d{0,2}[-:.、]?/, "")
    .replace(/^\(?[一二三四五六七八九十]+\)?[、.]/, "")
    .replace(/^\d{1,2}[.、:-]?(?=\D)/, "")
    .replace(/20\d\d年度?/, "")
    .replace(/\([^()]*\)$/, "");
}
