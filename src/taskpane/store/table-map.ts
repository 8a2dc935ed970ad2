import type { Counts, Finding, Tie } from "../../checks/report";
import type { MapFigures, MapTie, TieState } from "../../pictures/table-map";
import type { Analysis, TableOverview } from "../engine/protocol";
import { levelOf, levels } from "../../checks/level";

/** A line of the map with what was found along it, the worst first. */
export interface TableTie extends MapTie {
  readonly findings: readonly Finding[];
}

export interface TableMap extends MapFigures {
  readonly ties: readonly TableTie[];
  /** What does not agree within each table, by its place. */
  readonly within: readonly (readonly Finding[])[];
}

/** The tables and how they stand to one another, of one run. Ties of which nothing applied are left out. */
export function tableMapOf({ overview, report }: Analysis): TableMap {
  const byKey = new Map(report.findings.map((finding) => [finding.key, finding]));
  const tied = new Set(report.ties.flatMap(({ findings }) => findings));
  const places = new Map(overview.tables.map(({ key }, place) => [key, place]));
  const ties = report.ties.flatMap((tie): TableTie[] => {
    const [from, to] = tie.tables.map((key) => places.get(key));
    const findings = worstFirst(tie.findings.flatMap((key) => byKey.get(key) ?? []));
    const state = stateOf(tie, findings);
    return from === undefined || to === undefined || state === null
      ? []
      : [{ key: `tie ${tie.tables.join(" ")}`, between: [from, to], state, words: tieWords(tie.counts, findings), findings }];
  });
  const within = overview.tables.map((table) =>
    report.findings.filter((finding) => levelOf(finding) === "error" && !tied.has(finding.key) && isOf(finding, table)),
  );
  const tables = overview.tables.map(({ label, title, status }, place) => ({ label, title, status, broken: within[place]?.length ?? 0 }));
  return { tables, ties, within };
}

const isOf = ({ cells: [first] }: Finding, { number, place }: TableOverview): boolean =>
  first !== undefined && (number === null ? first.sheet === place?.sheet : first.table === number);

const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)));

/** null: the tables have nothing in common that could be compared. */
function stateOf({ counts }: Tie, findings: readonly Finding[]): TieState | null {
  if (counts.broken > 0) return findings.some((finding) => levelOf(finding) === "error") ? "broken" : "warning";
  if (counts.notRun > 0) return "notRun";
  if (counts.rounding > 0) return "rounding";
  return counts.holds > 0 ? "holds" : null;
}

function tieWords({ holds, rounding, broken, notRun }: Counts, findings: readonly Finding[]): string {
  const doubtful = findings.filter((finding) => ["warning", "info"].includes(levelOf(finding)) && finding.verdict === "broken").length;
  const said: readonly (readonly [string, number])[] = [
    ["不符", broken - doubtful],
    ["请核实", doubtful],
    ["未执行", notRun],
    ["尾差", rounding],
    ["相符", holds],
  ];
  return said
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${String(count)}`)
    .join(" · ");
}
