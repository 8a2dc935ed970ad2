import { checkBook } from "../book/check";
import { openBook, type Book } from "../book/open";
import type { CheckReport } from "../checks/report";
import { DoorProblem } from "../hosts/door";
import type { OpenedReport } from "../review/open-report";
import { reviewAlone, type Review } from "../review/review";
import { openFile } from "./opened-file";
import { FINAL_ACCOUNTS, NO_TABLES } from "./report-text";

/** A file with tables that were found and checked; `review` and `printed` where it is a finished report. */
export interface CheckedFile {
  readonly file: string;
  readonly book: Book;
  readonly report: CheckReport;
  readonly review: Review | null;
  readonly printed: OpenedReport | null;
}

/** Opens and checks a file that is to be held against others. Throws `DoorProblem` where it has no tables to hold. */
export async function openChecked(file: string): Promise<CheckedFile> {
  const { workbook, printed } = await openFile(file);
  const review = printed && reviewAlone(printed);
  const book = review ? review.printed : openBook(workbook);
  if (book.recognised.isFinalAccounts) throw new DoorProblem("unsupported", `${file}：${FINAL_ACCOUNTS}`);
  if (book.recognised.tables.size === 0) throw new DoorProblem("unsupported", `${file}：${NO_TABLES}`);
  return { file, book, report: review ? review.check : checkBook(book), review, printed };
}
