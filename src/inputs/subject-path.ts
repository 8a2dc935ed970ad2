import type { Recognised } from "../workbook/recognised";
import { subjectsInUse } from "../workbook/subjects-in-use";
import type { Inputs } from "./read";

/** Tables that name functional subjects at every level, the likeliest first. */
const NAMING = ["general", "expenditure", "income", "funds", "stateCapital", "projects"] as const;

/**
 * 类, 款, 项 of a functional code, as the workbook's own tables name them; else as the 填报 sheet does; else officially.
 * A level nobody names is left out.
 */
export function functionalPath(recognised: Recognised, inputs: Inputs | null, code: string): readonly string[] {
  return [3, 5, 7].flatMap((length) => {
    if (code.length < length) return [];
    const part = code.slice(0, length);
    const name =
      nameInTables(recognised, part) ?? nameInInputs(inputs, part) ?? subjectsInUse(recognised).find(part, "functional")?.name ?? null;
    return name === null ? [] : [name.replace(/\(/g, "（").replace(/\)/g, "）")];
  });
}

function nameInTables(recognised: Recognised, code: string): string | null {
  for (const key of NAMING) {
    const row = recognised.tables
      .get(key)
      ?.withCode(code)
      .find(({ kind, name }) => kind !== "project" && name !== "");
    if (row) return row.name;
  }
  return (
    recognised.tables
      .get("projects")
      ?.withCode(code)
      .find(({ name }) => name !== "")?.name ?? null
  );
}

function nameInInputs(inputs: Inputs | null, code: string): string | null {
  const row = inputs?.priors.find((prior) => prior.code.startsWith(code) && prior.name.split(/[/／]/).length === 3);
  return row?.name.split(/[/／]/)[(code.length - 3) / 2]?.trim() ?? null;
}
