import type { Finding } from "../../checks/report";
import { levelOf, levels, type Level } from "../../checks/level";

/** Findings of one table, worst first. */
export interface FindingGroup {
  /** Printed number; null: not about one table. */
  readonly table: number | null;
  readonly findings: readonly Finding[];
}

/** One line of the list as it is shown. */
export type FindingLine =
  | { readonly kind: "group"; readonly key: string; readonly table: number | null; readonly count: number; readonly worst: Level }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding; readonly level: Level };

const rank = (finding: Finding): number => levels.indexOf(levelOf(finding));

/** Grouped by table, tables in order, what belongs to none at the end. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const table = tableOf(finding);
    const group = groups.get(table);
    if (group) group.push(finding);
    else groups.set(table, [finding]);
  }
  return [...groups]
    .map(([table, members]) => ({ table, findings: [...members].sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => (a.table ?? Number.POSITIVE_INFINITY) - (b.table ?? Number.POSITIVE_INFINITY));
}

/** Groups and findings as one flat list, for a list that only draws what is in view. */
export function findingLines(groups: readonly FindingGroup[]): readonly FindingLine[] {
  return groups.flatMap((group) => [
    {
      kind: "group" as const,
      key: `table ${group.table ?? ""}`,
      table: group.table,
      count: group.findings.length,
      worst: worstOf(group.findings),
    },
    ...group.findings.map((finding) => ({ kind: "finding" as const, key: finding.key, finding, level: levelOf(finding) })),
  ]);
}

/** The table of its first cell; without cells, the first that its formula speaks of. */
function tableOf(finding: Finding): number | null {
  const [first] = finding.cells;
  if (first) return first.table;
  const named = /表(\d{1,2})/.exec(finding.formula)?.[1];
  return named === undefined ? null : Number(named);
}

function worstOf(findings: readonly Finding[]): Level {
  return levels[Math.min(...findings.map(rank))] ?? "info";
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0, notRun: 0, rounding: 0 };
  for (const finding of findings) counts[levelOf(finding)] += 1;
  return counts;
}
