import { normalise } from "../../text/wording";
import type { Rule } from "../engine/check";
import type { Severity } from "../report";
import type { CustomRow } from "./sheet";

/** What the sheet 自定义审核 makes of a rule; "off": it is not run. */
export type Grade = Severity | "off";

/** Whether a row that names a rule means this one: by its id, or by the id of the rule it comes from. */
export function isMeant(rule: Pick<Rule, "id" | "source">, id: string): boolean {
  const wanted = normalise(id).toLowerCase();
  return rule.id.toLowerCase() === wanted || rule.source?.toLowerCase() === wanted;
}

/** The grade that the sheet's rows give a rule, of whatever kind, and the words for it; null: its own. The last row that names it counts. */
export function gradeOf(
  rule: Pick<Rule, "id" | "source">,
  rows: readonly CustomRow[],
): { readonly grade: Grade; readonly why: string } | null {
  const row = rows.filter((one) => isGrading(one) && one.level !== null && isMeant(rule, one.id)).at(-1);
  return row?.level
    ? { grade: row.level, why: `（级别由自定义审核改为${WORDS[row.level]}${row.note === "" ? "" : `：${row.note}`}）` }
    : null;
}

const WORDS: Readonly<Record<Grade, string>> = { error: "错误", warning: "警告", info: "提示", off: "停用" };

/** A row without a formula, or one that switches off, speaks of a rule that is there already. */
export function isGrading(row: CustomRow): boolean {
  return row.formula === "" || row.level === "off";
}

/** The rules as the sheet grades them, without those it switches off. */
export function graded<R extends Rule>(rules: readonly R[], rows: readonly CustomRow[]): readonly R[] {
  return rules.flatMap((rule) => {
    const given = gradeOf(rule, rows);
    if (!given) return [rule];
    return given.grade === "off" ? [] : [{ ...rule, severity: given.grade, why: rule.why + given.why }];
  });
}
