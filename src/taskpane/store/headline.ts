import { blameCounts, blameOf } from "../../checks/blame";
import { settleNotes, type SettledNotes } from "../../checks/notes";
import type { CheckReport } from "../../checks/report";
import type { FindingsHeadline } from "../../render/findings-sheet";
import type { Overview } from "../engine/protocol";
import { levelOf } from "../../checks/level";
import { unsettled } from "./filter";
import { ladder, nextRung, type Rung } from "./ladder";
import type { State } from "./state";

/**
 * What a check comes to. Nothing that was not run counts as passed, and only what is done in all its steps can be published.
 *
 * @param rungs the steps of the ladder as they stand.
 */
export function headline(overview: Overview, report: CheckReport, notes: SettledNotes, rungs: readonly Rung[]): FindingsHeadline {
  if (overview.tables.every((table) => table.status === "missing"))
    return { tone: "nothing", title: "没有找到预算公开表", next: "请打开放有部门预算公开表的工作簿，或在下面指定哪张工作表是哪张公开表。" };
  const { broken, doubtful } = unsettled(report.findings, notes);
  if (broken.length > 0)
    return {
      tone: "broken",
      title: `还有 ${broken.length} 处不符`,
      next: brokenNext(report, broken.filter((finding) => notes.standing.has(finding.key)).length),
    };
  if (report.counts.notRun > 0)
    return { tone: "incomplete", title: `有 ${report.counts.notRun} 项未执行，不能算通过`, next: notRunNext(overview) };
  if (doubtful.length > 0)
    return { tone: "incomplete", title: `没有不符，有 ${doubtful.length} 处请核实`, next: "逐条核对；确实无误的，在该条下写明审核说明。" };
  const rounding = report.counts.rounding > 0 ? "表内、表间都相符，尾差由四舍五入造成，不用改。" : "表内、表间都相符。";
  const next = nextRung(rungs);
  return next === null
    ? { tone: "clean", title: "可以公开", next: `公开表、填报、说明、校对都已完成。${rounding}${rungs.map((rung) => rung.next).join("")}` }
    : { tone: "clean", title: "公开表相符", next: `${rounding}下一步：${next.next}` };
}

/** The same of the pane as it stands; null while nothing was checked. */
export function headlineOf(state: State): FindingsHeadline | null {
  const { analysis, notes } = state;
  if (!analysis) return null;
  const { overview, report } = analysis;
  return headline(overview, report, settleNotes(notes, report.findings), ladder(state));
}

function brokenNext(report: CheckReport, explained: number): string {
  const noted = explained > 0 ? `（其中 ${explained} 处已写审核说明）` : "";
  const { places, cleared } = blameCounts(blameOf(report));
  if (places === 0) return `点一条看两边的数，改好后重新校验。${noted}`;
  const all = cleared >= report.findings.filter((finding) => levelOf(finding) === "error").length;
  return `${all ? "都" : `其中 ${String(cleared)} 处`}由下面 ${String(places)} 处引起，先改它，再重新校验。${noted}`;
}

function notRunNext(overview: Overview): string {
  const missing = overview.tables.filter((table) => table.status === "missing").map((table) => table.label);
  return missing.length > 0
    ? `缺${missing.join("、")}。补上缺表，或在“公开表”里指定是哪张工作表。`
    : "点开“未执行”的各条，看缺什么、哪一格读不出数。";
}
