import { checkBook } from "../book/check";
import { openBook, type Book } from "../book/open";
import type { CheckReport } from "../checks/report";
import type { OpenedReport } from "../review/open-report";
import { reviewAlone, type Review } from "../review/review";
import type { PlainWorkbook } from "../workbook/plain";

/** A file as it was read: a workbook, or a finished report with its tables as one. */
export interface ReadFile {
  readonly workbook: PlainWorkbook;
  readonly printed: OpenedReport | null;
}

/** A file looked through; `review` where it is a finished report. */
export interface CheckedFile {
  readonly book: Book;
  readonly report: CheckReport;
  readonly review: Review | null;
}

/** What is said of the accounts of a year that is over: nothing here judges them. */
export const FINAL_ACCOUNTS = "这是决算公开表，不是预算公开表，没有校验。本工具只校验部门预算公开表。";

/** Looks a file through, as far as its tables are understood. null: it is the accounts of a year that is over (`FINAL_ACCOUNTS`). */
export function checked({ workbook, printed }: ReadFile): CheckedFile | null {
  const review = printed && reviewAlone(printed);
  const book = review ? review.printed : openBook(workbook);
  if (book.recognised.isFinalAccounts) return null;
  return { book, report: review ? review.check : checkBook(book), review };
}
