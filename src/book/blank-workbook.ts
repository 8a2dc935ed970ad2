import { blankTables } from "../blank/blank-tables";
import { inputSheetDrafts } from "../inputs/drafts";
import type { OrganisationKind } from "../templates/define";
import { sinceOf, templateOf, type Family, type Form, type Template } from "../templates/family";
import { houses, rulesOf } from "../templates/houses";
import type { SheetDraft } from "../workbook/draft";
import type { PlainSheet } from "../workbook/plain";
import { latestBegun } from "./forms-of-year";
import { openBook } from "./open";

export interface TemplateRequest {
  readonly year: number;
  readonly kind: OrganisationKind;
  /** How many tables the form has. */
  readonly tables: number;
  /** Id of the family; the first one where nothing is said. */
  readonly family?: string;
}

/** A blank workbook: the disclosure tables of the form with their sums as formulas, then the five 填报 sheets. [] for a form that is not known. */
export function templateDrafts(request: TemplateRequest): readonly SheetDraft[] {
  const template = requestedTemplate(request);
  if (!template) return [];
  const { year, kind } = request;
  const disclosure = blankTables(template, rulesOf(template), year, kind);
  const { recognised, inputs } = openBook({ name: "template", sheets: disclosure.map(asPlain) });
  return [...disclosure, ...inputSheetDrafts({ ...recognised, year, organisation: null, organisationKind: kind }, inputs)];
}

/** The form of so many tables that was in force in the year; null where the family has none. */
export function requestedTemplate({ year, tables, family: id }: TemplateRequest): Template | null {
  const family = houses.map((house) => house.family).find((one) => id === undefined || one.id === id);
  const form =
    family &&
    inForce(
      family.forms.filter(({ order }) => order.length === tables),
      year,
    );
  return family && form ? templateOf(family, form) : null;
}

/** The latest that had begun, or the first there was. */
function inForce(forms: readonly Form[], year: number): Form | null {
  return latestBegun(forms, year).at(-1) ?? [...forms].sort((a, b) => sinceOf(a) - sinceOf(b))[0] ?? null;
}

/** A family of which blank workbooks are made, with the numbers of tables its forms have had. */
export interface BlankForms {
  readonly family: Pick<Family, "id" | "name">;
  readonly tables: readonly number[];
}

/** What can be asked for. */
export function blankForms(): readonly BlankForms[] {
  return houses.map(({ family }) => ({ family, tables: [...new Set(family.forms.map(({ order }) => order.length))] }));
}

function asPlain({ name, rows }: SheetDraft): PlainSheet {
  return {
    name,
    visibility: "visible",
    top: 0,
    left: 0,
    values: rows.map(({ cells }) => cells.map(({ value }) => value)),
    formats: [],
    formulas: [],
  };
}
