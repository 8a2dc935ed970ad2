/** What is made of a finished report: many times the program that checks tables, and loaded where there is one. */
import type { Book } from "../book/open";
import { reportIdentity } from "../review/belongs";
import { dutyLines } from "../review/duties";
import type { OpenedReport } from "../review/open-report";
import { reviewAlone, reviewBeside, type Review } from "../review/review";
import { checkLine } from "./check-line";
import type { CheckLine, ProofLine } from "./line";
import { coverageLine, proofFindingLine, proofLine } from "./proof-line";

export { reviewAlone };

/** The line of a report: its tables, its words, and what it must contain. */
export const reportLine = (file: string, opened: OpenedReport, review: Review): CheckLine => ({
  ...checkLine(file, review.printed, review.check, opened),
  ...reportIdentity(opened, review.printed.recognised),
  text: {
    summary: review.proof.summary,
    coverage: coverageLine(review.proof.coverage, opened.lines),
    findings: review.proof.findings.map((finding) => proofFindingLine(finding, opened)),
  },
  duties: dutyLines(opened, review),
});

/** The line of a report that was held against a workbook. */
export const heldLine = (names: { readonly file: string; readonly text: string }, book: Book, printed: OpenedReport): ProofLine =>
  proofLine(names, book.recognised, reviewBeside(printed, book).proof, printed);
