import { readInputs } from "../inputs/read";
import type { PlainWorkbook } from "../workbook/plain";
import type { Recognised } from "../workbook/recognised";
import { reconcilePriors } from "./prior-year";
import type { CheckReport, Finding } from "./report";
import { checkWorkbook } from "./run";

/**
 * The catalogue over the disclosure tables, and last year's figures on the 填报 sheets against one another, as one
 * report: what every door shows. `workbook` is the one that was recognised.
 */
export function checkWithInputs(recognised: Recognised, workbook: PlainWorkbook): CheckReport {
  const report = checkWorkbook(recognised);
  const known = new Set(report.findings.map((finding) => finding.key));
  const more = reconcilePriors(recognised, readInputs(workbook)).filter((finding) => !known.has(finding.key));
  const count = (verdict: Finding["verdict"]): number => more.filter((finding) => finding.verdict === verdict).length;
  const { counts } = report;
  return {
    ...report,
    counts: { ...counts, broken: counts.broken + count("broken"), rounding: counts.rounding + count("rounding"), notRun: counts.notRun + count("notRun") },
    findings: [...report.findings, ...more],
  };
}
