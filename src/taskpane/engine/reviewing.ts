import { openBook, type Book } from "../../book/open";
import type { ProofreadReport } from "../../proofread/report";
import type { Report } from "../../report/report";
import { belongTogether, identityWords } from "../../review/belongs";
import { dutyLines } from "../../review/duties";
import { openReport, ownBook, type OpenedReport } from "../../review/open-report";
import { remarksOf } from "../../review/remarks";
import { reviewAlone, reviewBeside, type Review } from "../../review/review";
import type { PlainWorkbook } from "../../workbook/plain";
import type { Choices } from "../../workbook/recognised";
import { overviewOf } from "./overview";
import type { Pairing, ReportReview, ReviewFormat } from "./protocol";

const look = (opened: OpenedReport, choices: Choices, beside: PlainWorkbook | null): Review =>
  beside ? reviewBeside(opened, openBook(beside)) : reviewAlone(opened, choices);

/** A report's words and tables against the open workbook; against its own tables where none is open. */
export function proofOfReport(report: Report, book: Book | null): ProofreadReport {
  const opened = openReport(report);
  return (book ? reviewBeside(opened, book) : reviewAlone(opened)).proof;
}

/** Whether a workbook is the one that the report was made from. */
export function pairingOf(report: Report, workbook: Book): Pairing {
  const printed = ownBook(openReport(report)).recognised;
  const own = workbook.recognised;
  return { agrees: belongTogether(printed, own), report: identityWords(printed), workbook: identityWords(own) };
}

export function reviewReport(choices: Choices, report: Report, beside: PlainWorkbook | null): ReportReview {
  const opened = openReport(report);
  const review = look(opened, choices, beside);
  return {
    analysis: { overview: overviewOf(review.printed.recognised, choices), report: review.check },
    proof: review.proof,
    remarks: remarksOf(opened, review),
    duties: dutyLines(opened, review),
  };
}

export async function reviewFile(
  choices: Choices,
  report: Report,
  beside: PlainWorkbook | null,
  bytes: Uint8Array,
  format: ReviewFormat,
): Promise<Uint8Array> {
  const { writeReview } = await import("../../handout/review-file");
  const opened = openReport(report);
  return writeReview(format, { bytes, opened, review: look(opened, choices, beside), against: beside?.name ?? null });
}
