import { checkBook } from "../book/check";
import { openBook, type Book } from "../book/open";
import type { CheckReport } from "../checks/report";
import type { OpenedReport } from "../review/open-report";
import type { Review } from "../review/review";
import type { PlainWorkbook } from "../workbook/plain";
import { checkLine } from "./check-line";
import type { FileLine, ProofLine } from "./line";

/** A file as it was read: a workbook, or a finished report with its tables as one. */
export interface ReadFile {
  readonly workbook: PlainWorkbook;
  readonly printed: OpenedReport | null;
  /** When it says that it was last saved, as ISO 8601; null where it does not. */
  readonly saved: string | null;
  /** Equal for files that are the same to the last byte. */
  readonly content: string;
}

/** A file whose tables were looked for, and nothing checked. */
export interface FileTables extends Pick<ReadFile, "printed" | "saved" | "content"> {
  readonly book: Book;
}

/** A file looked through; `review` and `printed` where it is a finished report. */
export interface CheckedFile extends FileTables {
  readonly report: CheckReport;
  readonly review: Review | null;
}

/** What is said where no table was found at all; of the checks nothing can then be said one by one. */
export const NO_TABLES =
  "没有找到预算公开表。请看是不是选错了文件；表题或表头改动过的，请在 Excel 窗格或网页工作台里指定哪张工作表是哪张公开表。";

/** What is said of the accounts of a year that is over: nothing here judges them. */
export const FINAL_ACCOUNTS = "这是决算公开表，不是预算公开表，没有校验。本工具只校验部门预算公开表。";

/** The tables of a file, for whoever needs no more of it. null: as of `checked`. */
export function tablesOf({ workbook, printed, saved, content }: ReadFile): FileTables | null {
  const book = openBook(workbook);
  return book.recognised.isFinalAccounts ? null : { book, printed, saved, content };
}

/** Loaded where there is a report. */
const forReports = () => import("./reviewed");

/** Looks a file through, as far as its tables are understood. null: it is the accounts of a year that is over (`FINAL_ACCOUNTS`). */
export async function checked({ workbook, printed, saved, content }: ReadFile): Promise<CheckedFile | null> {
  const review = printed && (await forReports()).reviewAlone(printed);
  const book = review ? review.printed : openBook(workbook);
  if (book.recognised.isFinalAccounts) return null;
  return { book, report: review ? review.check : checkBook(book), review, printed, saved, content };
}

/** What became of the file, as plain data. `file`: the path as it was given. */
export const lineOf = async (file: string, { book, report, review, printed, saved, content }: CheckedFile): Promise<FileLine> => ({
  ...(review && printed ? (await forReports()).reportLine(file, printed, review) : checkLine(file, book, report)),
  ...(saved === null ? {} : { saved }),
  content,
});

/** A report held against the workbook of its office; null where the two are no such pair. */
export async function besideLine(
  names: { readonly file: string; readonly text: string },
  workbook: ReadFile,
  report: ReadFile,
): Promise<ProofLine | null> {
  if (workbook.printed || !report.printed) return null;
  return (await forReports()).heldLine(names, openBook(workbook.workbook), report.printed);
}
