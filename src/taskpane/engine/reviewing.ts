import { checkBook } from "../../book/check";
import type { Book } from "../../book/open";
import { proofread } from "../../proofread/proofread";
import type { ProofreadReport } from "../../proofread/report";
import type { Report } from "../../report/report";
import { belongTogether, identityWords, reportIdentity } from "../../review/belongs";
import { dutyLines } from "../../review/duties";
import { openReport, printedBook, type OpenedReport } from "../../review/open-report";
import { remarksOf } from "../../review/remarks";
import { judged, reviewAlone, reviewBeside, type Review } from "../../review/review";
import type { Choices } from "../../workbook/recognised";
import { overviewOf } from "./overview";
import type { Pairing, ReportReview, ReviewFormat } from "./protocol";

const look = (opened: OpenedReport, choices: Choices, beside: Book | null): Review =>
  beside ? reviewBeside(opened, beside) : reviewAlone(opened, choices);

/** Whether a workbook is the one that the report was made from. */
export function pairingOf(report: Report, workbook: Book): Pairing {
  const opened = openReport(report);
  const printed = reportIdentity(opened, printedBook(opened).recognised);
  const own = workbook.recognised;
  return { agrees: belongTogether(printed, own), report: identityWords(printed), workbook: identityWords(own) };
}

export function reviewReport(choices: Choices, report: Report, beside: Book | null): ReportReview {
  const opened = openReport(report);
  const review = look(opened, choices, beside);
  return {
    analysis: { overview: overviewOf(review.printed.recognised, choices), report: review.check },
    proof: review.proof,
    remarks: remarksOf(opened, review),
    duties: dutyLines(opened, review),
  };
}

/** A text alone, beside a workbook or nothing. */
export const proofreadText = (paragraphs: readonly string[], book: Book | null): ProofreadReport =>
  proofread(paragraphs, book && judged(book, checkBook(book)));

/** A workbook that a report is held against, by its file's name. */
export interface NamedBook {
  readonly name: string;
  readonly book: Book;
}

export async function reviewFile(
  choices: Choices,
  report: Report,
  beside: NamedBook | null,
  bytes: Uint8Array,
  format: ReviewFormat,
  ticks: readonly number[],
): Promise<Uint8Array> {
  const { writeReview } = await import("../../handout/review-file");
  const opened = openReport(report);
  const review = look(opened, choices, beside?.book ?? null);
  return writeReview(format, { bytes, opened, review, against: beside?.name ?? null, ticks });
}
