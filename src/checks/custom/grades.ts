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

/** The grade that the sheet's rows give a rule, of whatever kind; null: its own. The last row that names it counts. */
export function gradeOf(rule: string | Pick<Rule, "id" | "source">, rows: readonly CustomRow[]): Grade | null {
  const named = typeof rule === "string" ? { id: rule } : rule;
  return rows.filter((row) => isGrading(row) && isMeant(named, row.id)).at(-1)?.level ?? null;
}

/** A row without a formula, or one that switches off, speaks of a rule that is there already. */
export function isGrading(row: CustomRow): boolean {
  return row.formula === "" || row.level === "off";
}

/** The rules as the sheet grades them, without those it switches off. */
export function graded<R extends Rule>(rules: readonly R[], rows: readonly CustomRow[]): readonly R[] {
  return rules.flatMap((rule) => {
    const row = rows.filter((one) => isGrading(one) && one.level !== null && isMeant(rule, one.id)).at(-1);
    if (!row || row.level === null) return [rule];
    return row.level === "off" ? [] : [relevel(rule, row.level, row)];
  });
}

function relevel<R extends Rule>(rule: R, severity: Severity, row: CustomRow): R {
  const words = { error: "错误", warning: "警告", info: "提示" } as const;
  return { ...rule, severity, why: `${rule.why}（级别由自定义审核改为${words[severity]}${row.note === "" ? "" : `：${row.note}`}）` };
}

/** Rules of proofreading are named B…; they stand in no list of checks and are graded where a text is read. */
export function isTextRule(id: string): boolean {
  return /^B(?:\d|-)/i.test(normalise(id));
}
