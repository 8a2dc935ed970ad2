import { sinceOf, templateOf, type Form, type Template } from "../templates/family";
import { houses } from "../templates/houses";

/** The forms of a family that were in use in a year; all of them where the year is not known, or before the first of them. */
export function formsOfYear(id: string, year: number | null): readonly Template[] {
  const family = houses.find((house) => house.family.id === id)?.family;
  if (!family) return [];
  const begun = year === null ? [] : latestBegun(family.forms, year);
  return (begun.length === 0 ? family.forms : begun).map((form) => templateOf(family, form));
}

/** Of the forms that had begun by a year, those that began last; [] where none had. */
export function latestBegun(forms: readonly Form[], year: number): readonly Form[] {
  const begun = forms.filter((form) => sinceOf(form) <= year);
  const latest = Math.max(...begun.map(sinceOf));
  return begun.filter((form) => sinceOf(form) === latest);
}
