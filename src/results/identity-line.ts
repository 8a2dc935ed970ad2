import type { Recognised } from "../workbook/recognised";
import type { IdentityLine } from "./line";

/** Whose tables they are, and which. */
export const identityLine = ({ organisation, organisationKind, year, template, unit }: Recognised): IdentityLine => ({
  organisation,
  organisationKind,
  year,
  template: template.family,
  variant: template.id,
  unit,
});
