import type { Check } from "../checks/engine/check";
import type { OrganisationKind } from "../templates/define";
import type { Template } from "../templates/family";
import type { SheetDraft } from "../workbook/draft";
import { blankSheet } from "./sheet";

/**
 * The blank disclosure tables of a template, in printed order: everything on them follows from the tables' descriptions, and
 * their formulas from the identities among the template's rules. None where no family fits.
 */
export function blankTables(template: Template, rules: readonly Check[], year: number, kind: OrganisationKind): readonly SheetDraft[] {
  const { paper } = template;
  if (paper === null) return [];
  const identities = rules.flatMap((rule) => (rule.kind === "identity" ? [rule.identity] : []));
  return template.tables.map((table) => blankSheet(table, identities, { template, paper, year, kind }));
}
