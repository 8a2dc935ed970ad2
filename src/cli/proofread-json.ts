import type { Coverage, ProofFinding, ProofreadReport } from "../proofread/report";
import type { Recognised } from "../workbook/recognised";
import { findingJson } from "./report-json";

const proofFindingJson = (finding: ProofFinding): object => {
  const { category, paragraph, quote, expected } = finding;
  return { ...findingJson(finding), category, paragraph, quote, expected };
};

function coverageJson({ figures, proved, faulty, unchecked, unread }: Coverage): object {
  return {
    figures, proved, faulty,
    unchecked: unchecked.map(({ paragraph, quote, reason }) => ({ paragraph, quote, reason })),
    unread: unread.map(({ paragraph, quote, reason }) => ({ paragraph, quote, reason })),
  };
}

/** A text's proofreading for `--json`; paths as they were given, paragraphs numbered from 1. */
export function proofreadJson(paths: { readonly file: string; readonly text: string }, recognised: Recognised, report: ProofreadReport): object {
  const { organisation, organisationKind, year, variant, unit } = recognised;
  return {
    file: paths.file, text: paths.text, organisation, organisationKind, year, variant, unit,
    withWorkbook: report.withWorkbook,
    summary: report.summary,
    coverage: coverageJson(report.coverage),
    findings: report.findings.map(proofFindingJson),
  };
}
