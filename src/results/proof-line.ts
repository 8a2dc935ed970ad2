import type { Coverage, ProofFinding, ProofreadReport, Unchecked } from "../proofread/report";
import type { ReportLine } from "../report/text";
import type { OpenedReport } from "../review/open-report";
import { canon } from "../text/canon";
import { fingerprint } from "../text/fingerprint";
import type { Recognised } from "../workbook/recognised";
import { identityLine } from "./identity-line";
import { cellLine, findingLine } from "./finding-line";
import type { CoverageLine, PassageLine, PlaceLine, ProofFindingLine, ProofLine } from "./line";

/** The lines that were read, each with its paragraph and page in the report. */
type Lines = readonly ReportLine[];

/** A line's number becomes that of its paragraph in the report, with its page. */
const placeLine = (lines: Lines, line: number): PlaceLine => {
  const at = lines[line - 1];
  return at ? { paragraph: at.paragraph, ...(at.page === null ? {} : { page: at.page }) } : { paragraph: line };
};

/** The sentence in which words stand, in one spelling: the same words elsewhere are another matter. */
function sentenceAt(text: string, { start, end }: Pick<ProofFinding, "start" | "end">): string {
  const from = text.lastIndexOf("。", Math.max(0, start - 1)) + 1;
  const to = text.indexOf("。", end);
  return canon(text.slice(start === 0 ? 0 : from, to < 0 ? text.length : to));
}

/** Cells of the report's own tables first, then the workbook's. */
export const proofFindingLine = (finding: ProofFinding, printed: OpenedReport): ProofFindingLine => {
  const { category, paragraph, quote, expected } = finding;
  const base = findingLine(finding);
  const own = finding.printed ? [cellLine({ ...finding.printed, value: quote }, printed)] : [];
  const figures = fingerprint([sentenceAt(printed.lines[paragraph - 1]?.text ?? "", finding), expected].join("|"));
  return { ...base, category, ...placeLine(printed.lines, paragraph), figures, quote, expected, cells: [...own, ...base.cells] };
};

export function coverageLine({ figures, proved, faulty, unchecked, unread }: Coverage, lines: Lines): CoverageLine {
  const passage = ({ paragraph, quote, reason }: Unchecked): PassageLine => ({ ...placeLine(lines, paragraph), quote, reason });
  return { figures, proved, faulty, unchecked: unchecked.map(passage), unread: unread.map(passage) };
}

/** A text's proofreading; paths as they were given, paragraphs numbered from 1. */
export const proofLine = (
  paths: { readonly file: string | null; readonly text: string },
  recognised: Recognised,
  report: ProofreadReport,
  printed: OpenedReport,
): ProofLine => ({
  file: paths.file,
  text: paths.text,
  ...identityLine(recognised),
  withWorkbook: report.withWorkbook,
  summary: report.summary,
  coverage: coverageLine(report.coverage, printed.lines),
  findings: report.findings.map((finding) => proofFindingLine(finding, printed)),
});
