import { graded } from "../checks/custom/grades";
import { readCustomRows } from "../checks/custom/sheet";
import { reconcilePriors, reconciliations } from "../checks/prior-year";
import { borneOut, type BorneOut } from "../checks/borne-out";
import type { CheckReport, Finding } from "../checks/report";
import type { Inputs } from "../inputs/read";
import type { Check } from "../checks/engine/check";
import { textRules } from "../checks/text-rules";
import { runChecks } from "../checks/run";
import { notes, rememberedFor } from "../text/remembered";
import { rulesOf } from "../templates/houses";
import type { Recognised } from "../workbook/recognised";
import type { Book } from "./open";

/** The rules of the workbook's template, and the workbook's own; those over the 填报 sheets, too, where these are in hand. */
export function checkWorkbook(
  recognised: Recognised,
  checks: readonly Check[] = rulesOf(recognised.template),
  inputs: Inputs | null = null,
): CheckReport {
  return runChecks(recognised, inputs, checks, [...reconciliations(), ...textRules]);
}

/** Which figures of the tables bear each other out, by the rules of their template. */
export const agreedFigures = (recognised: Recognised): BorneOut => borneOut(recognised, rulesOf(recognised.template));

/**
 * The rules over the disclosure tables, and last year's figures on the 填报 sheets against one another, as one report:
 * what every door shows. A book in hand is checked once, however much is asked of it.
 */
export const checkBook = rememberedFor(({ recognised, inputs }: Book): CheckReport => {
  const report = checkWorkbook(recognised, rulesOf(recognised.template), inputs);
  const known = new Set(report.findings.map((finding) => finding.key));
  const rules = graded(reconciliations(), readCustomRows(recognised.workbook));
  return withFindings(
    report,
    reconcilePriors(recognised, inputs, rules).filter((finding) => !known.has(finding.key)),
  );
}, notes());

/** The report with more findings, counted. */
export function withFindings(report: CheckReport, more: readonly Finding[]): CheckReport {
  const count = (verdict: Finding["verdict"]): number => more.filter((finding) => finding.verdict === verdict).length;
  const { counts } = report;
  return {
    ...report,
    counts: {
      ...counts,
      broken: counts.broken + count("broken"),
      rounding: counts.rounding + count("rounding"),
      notRun: counts.notRun + count("notRun"),
    },
    findings: [...report.findings, ...more],
  };
}
