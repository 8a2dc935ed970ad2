import { levelOf, type Level } from "../../checks/level";
import type { SettledNotes } from "../../checks/notes";
import type { Finding } from "../../checks/report";

/** What is shown unless asked otherwise. */
const needed: readonly Level[] = ["error", "warning", "notRun"];

export interface FindingFilter {
  /** Empty: the levels that need something done (not 提示, not 尾差). */
  readonly levels: readonly Level[];
  readonly search: string;
}

export const noFilter: FindingFilter = { levels: [], search: "" };

/** Something is looked for; then nothing of that kind is left out, explained or not. */
export const isAsked = ({ levels: chosen, search }: FindingFilter): boolean => chosen.length > 0 || search.trim() !== "";

/** What still wants something done: what does not agree, and what is doubtful and has no explanation that stands. */
export function unsettled(
  findings: readonly Finding[],
  { standing }: SettledNotes,
): { readonly broken: readonly Finding[]; readonly doubtful: readonly Finding[] } {
  return {
    broken: findings.filter((finding) => levelOf(finding) === "error"),
    doubtful: findings.filter((finding) => levelOf(finding) === "warning" && !standing.has(finding.key)),
  };
}

/** Findings of the chosen levels that hold every word searched for, in message, formula, cells or rule id. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  const words = filter.search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return findings.filter((finding) => {
    const level = levelOf(finding);
    if (!(filter.levels.length > 0 ? filter.levels : needed).includes(level)) return false;
    if (words.length === 0) return true;
    const text = searchText(finding);
    return words.every((word) => text.includes(word));
  });
}

function searchText(finding: Finding): string {
  const cells = finding.cells.flatMap((cell) => [cell.sheet, cell.rowLabel, cell.columnLabel, cell.value]);
  return [finding.id, finding.message, finding.formula, finding.left ?? "", finding.right ?? "", ...cells].join("\n").toLowerCase();
}
