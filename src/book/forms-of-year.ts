import { templateOf, type Template } from "../templates/family";
import { houses } from "../templates/houses";

/** The forms of a family that were in use in a year: the latest that had begun; all of them where the year is not known. */
export function formsOfYear(id: string, year: number | null): readonly Template[] {
  const family = houses.find((house) => house.family.id === id)?.family;
  if (!family) return [];
  const begun = family.forms.filter((form) => year === null || yearOf(form.id) <= year);
  const latest = Math.max(...begun.map((form) => yearOf(form.id)));
  const forms = begun.length === 0 ? family.forms : begun.filter((form) => year === null || yearOf(form.id) === latest);
  return forms.map((form) => templateOf(family, form));
}

/** Forms are named by their first year: 2026-12. */
const yearOf = (form: string): number => Number(form.slice(0, 4));
