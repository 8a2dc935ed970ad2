import type { Coverage, ProofFinding, ProofreadReport } from "../proofread/report";
import type { ReportLine } from "../report/text";
import type { OpenedReport } from "../review/open-report";
import type { Recognised } from "../workbook/recognised";
import { cellJson, findingJson } from "./report-json";

/** The lines that were read, each with its paragraph and page in the report. */
type Lines = readonly ReportLine[];

/** A line's number becomes that of its paragraph in the report, with its page. */
const placeJson = (lines: Lines, line: number): object => {
  const at = lines[line - 1];
  return at ? { paragraph: at.paragraph, ...(at.page === null ? {} : { page: at.page }) } : { paragraph: line };
};

/** Cells of the report's own tables first, then the workbook's. */
export const proofFindingJson = (finding: ProofFinding, printed: OpenedReport): object => {
  const { category, paragraph, quote, expected } = finding;
  const base = findingJson(finding);
  const own = finding.printed ? [{ ...cellJson({ ...finding.printed, value: quote }, printed) }] : [];
  return { ...base, category, ...placeJson(printed.lines, paragraph), quote, expected, cells: [...own, ...base.cells] };
};

export function coverageJson({ figures, proved, faulty, unchecked, unread }: Coverage, lines: Lines): object {
  return {
    figures,
    proved,
    faulty,
    unchecked: unchecked.map(({ paragraph, quote, reason }) => ({ ...placeJson(lines, paragraph), quote, reason })),
    unread: unread.map(({ paragraph, quote, reason }) => ({ ...placeJson(lines, paragraph), quote, reason })),
  };
}

/** A text's proofreading for `--json`; paths as they were given, paragraphs numbered from 1. */
export function proofreadJson(
  paths: { readonly file: string | null; readonly text: string },
  recognised: Recognised,
  report: ProofreadReport,
  printed: OpenedReport,
): object {
  const { organisation, organisationKind, year, template, unit } = recognised;
  return {
    file: paths.file,
    text: paths.text,
    organisation,
    organisationKind,
    year,
    template: template.family,
    variant: template.id,
    unit,
    withWorkbook: report.withWorkbook,
    summary: report.summary,
    coverage: coverageJson(report.coverage, printed.lines),
    findings: report.findings.map((finding) => proofFindingJson(finding, printed)),
  };
}
