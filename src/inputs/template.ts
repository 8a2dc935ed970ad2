import type { SheetDraft } from "../workbook/draft";
import type { PlainSheet } from "../workbook/plain";
import { recogniseWorkbook } from "../workbook/recognise";
import { disclosureSheets } from "./blank/disclosure";
import { wordingOf } from "./blank/wording";
import { inputSheetDrafts } from "./drafts";
import { readInputs } from "./read";

export interface TemplateRequest {
  readonly year: number;
  readonly kind: "部门" | "单位";
  readonly tables: 12 | 11;
}

/** A blank workbook: the disclosure tables of the template with their totals as formulas, then the five 填报 sheets. */
export function templateDrafts({ year, kind, tables }: TemplateRequest): readonly SheetDraft[] {
  const disclosure = disclosureSheets(wordingOf(year, kind, tables));
  const workbook = { name: "template", sheets: disclosure.map(asPlain) };
  const recognised = { ...recogniseWorkbook(workbook), year, organisation: null, organisationKind: kind };
  return [...disclosure, ...inputSheetDrafts(recognised, readInputs(workbook))];
}

function asPlain({ name, rows }: SheetDraft): PlainSheet {
  return { name, visibility: "visible", top: 0, left: 0, values: rows.map(({ cells }) => cells.map(({ value }) => value)), formats: [], formulas: [] };
}
