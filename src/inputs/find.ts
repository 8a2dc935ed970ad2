import { normalise, normaliseLabel } from "../text/wording";
import type { OtherCategory, PriorCategory, TextCategory } from "./conventions";
import type { Inputs, OtherInput, PriorInput, ProjectInput, WordsInput } from "./read";

/** A name without the spaces, brackets and quotes that people vary. */
const same = (text: string): string => normaliseLabel(text);

/** Last part of "类/款/项". */
export function lastName(path: string): string {
  return path.split(/[/／]/).at(-1)?.trim() ?? path;
}

/**
 * The row of 填报-上年对比 for a subject or an item: by code where both have one, else by name (any of `names`).
 * Of several rows the first with a figure or a reason counts.
 */
export function findPrior(inputs: Inputs, category: PriorCategory, names: readonly string[], code = ""): PriorInput | null {
  const wanted = names.map(same);
  const inCategory = inputs.priors.filter((row) => normalise(row.category) === normalise(category));
  const byCode = code === "" ? [] : inCategory.filter((row) => row.code === code);
  const byName = inCategory.filter(
    (row) =>
      (code === "" || row.code === "") && (wanted.includes(same(row.name)) || (code === "" && row.name === "" && names.length === 1)),
  );
  return preferFilled(byCode, filledPrior) ?? preferFilled(byName, filledPrior);
}

export function findWords(inputs: Inputs, category: TextCategory, name: string): WordsInput | null {
  const rows = inputs.texts.filter((row) => normalise(row.category) === normalise(category) && normalise(row.name) === normalise(name));
  return preferFilled(rows, (row) => row.content.text !== "");
}

/** The row of a project; where several units have a project of the same name, the one that names the unit. */
export function findProject(inputs: Inputs, name: string, unit: string | null): ProjectInput | null {
  const rows = inputs.projects.filter((row) => normalise(row.name) === normalise(name));
  const own = unit === null ? [] : rows.filter((row) => normalise(row.unit.text) === normalise(unit));
  return own[0] ?? rows.find((row) => row.unit.text === "") ?? rows[0] ?? null;
}

export function findOther(inputs: Inputs, category: OtherCategory, name: string): OtherInput | null {
  const rows = inputs.others.filter((row) => normalise(row.category) === normalise(category) && same(row.name) === same(name));
  return preferFilled(rows, (row) => row.value.value !== null);
}

function filledPrior(row: PriorInput): boolean {
  return row.prior.value !== null || row.reason.text !== "";
}

function preferFilled<T>(rows: readonly T[], filled: (row: T) => boolean): T | null {
  return rows.find(filled) ?? rows[0] ?? null;
}
