import { fullAddress } from "../amount/cell-ref";
import type { CheckReport, Finding, Severity } from "../checks/report";
import { variants } from "../tables/variants";
import type { Recognised } from "../workbook/recognised";
import { aligned, oneLine, paint, type Terminal } from "./terminal";

const LEVEL: Readonly<Record<Severity, string>> = { error: "不符", warning: "核实", info: "提示" };
const SHOWN_CELLS = 3;

const rank = (finding: Finding): number => (finding.verdict === "notRun" ? 1 : { error: 0, warning: 2, info: 3 }[finding.severity]);

function cellsOf(finding: Finding): string {
  const cells = finding.cells.slice(0, SHOWN_CELLS).map(fullAddress).join("、");
  return finding.cells.length > SHOWN_CELLS ? `${cells}等${String(finding.cells.length)}格` : cells;
}

/** The findings that need a person, most serious first: level, number, cells, what is wrong. */
export function findingRows(findings: readonly Finding[]): string[][] {
  return findings
    .filter((finding) => finding.verdict !== "rounding")
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => [finding.verdict === "notRun" ? "未执行" : LEVEL[finding.severity], finding.id, oneLine(cellsOf(finding)), oneLine(`${finding.message}${finding.advice}`)]);
}

/** One file's check result for a person. */
export function checkText(terminal: Terminal, file: string, recognised: Recognised, report: CheckReport): string {
  const { counts } = report;
  const head = [recognised.organisation ?? "（未认出单位名称）", recognised.year === null ? "（未认出年度）" : `${String(recognised.year)}年`, variants[recognised.variant].label, `单位：${recognised.unit}`];
  const lines = [paint(terminal, "bold", oneLine(file)), oneLine(head.join("　"))];
  if (recognised.missing.length > 0) lines.push(paint(terminal, "yellow", `没有找到：${recognised.missing.map((number) => `表${String(number)}`).join("、")}`));
  lines.push(...aligned(findingRows(report.findings)).map((line) => `  ${line}`));
  if (report.suspects.length > 0) lines.push("可能填错的单元格：", ...report.suspects.map((suspect) => `  ${oneLine(suspect.message)}`));
  const broken = report.findings.some((finding) => finding.verdict === "broken" && finding.severity === "error");
  const summary = `相符 ${String(counts.holds)}，尾差 ${String(counts.rounding)}，不符 ${String(counts.broken)}，不适用 ${String(counts.notApplicable)}，未执行 ${String(counts.notRun)}`;
  lines.push(paint(terminal, broken ? "red" : counts.notRun > 0 ? "yellow" : "green", summary));
  return `${lines.join("\n")}\n`;
}
