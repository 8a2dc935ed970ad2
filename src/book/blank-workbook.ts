import type { SheetDraft } from "../workbook/draft";
import type { PlainSheet } from "../workbook/plain";
import { disclosureSheets } from "../inputs/blank/disclosure";
import { wordingOf } from "../inputs/blank/wording";
import { inputSheetDrafts } from "../inputs/drafts";
import { openBook } from "./open";

export interface TemplateRequest {
  readonly year: number;
  readonly kind: "部门" | "单位";
  readonly tables: 12 | 11;
}

/** A blank workbook: the disclosure tables of the template with their totals as formulas, then the five 填报 sheets. */
export function templateDrafts({ year, kind, tables }: TemplateRequest): readonly SheetDraft[] {
  const disclosure = disclosureSheets(wordingOf(year, kind, tables));
  const workbook = { name: "template", sheets: disclosure.map(asPlain) };
  const { recognised, inputs } = openBook(workbook);
  return [...disclosure, ...inputSheetDrafts({ ...recognised, year, organisation: null, organisationKind: kind }, inputs)];
}

function asPlain({ name, rows }: SheetDraft): PlainSheet {
  return { name, visibility: "visible", top: 0, left: 0, values: rows.map(({ cells }) => cells.map(({ value }) => value)), formats: [], formulas: [] };
}
