import { DoorProblem } from "../hosts/door";
import { commentedDocx } from "../hosts/file/comment-docx";
import { writeWorkbook } from "../hosts/file/write-workbook";
import { reviewSheets, type ReviewList } from "../render/review-sheets";
import { sheetsHtml } from "../render/sheets-html";
import { commentsOf } from "../review/comments";
import { dutyLines } from "../review/duties";
import type { OpenedReport } from "../review/open-report";
import { remarksOf } from "../review/remarks";
import type { Review } from "../review/review";

export interface Reviewed {
  /** The report's own file. */
  readonly bytes: Uint8Array;
  readonly opened: OpenedReport;
  readonly review: Review;
  /** Name of the workbook it was held against; null: its own tables. */
  readonly against: string | null;
  /** Numbers of the duties that a person has looked at. */
  readonly ticks?: readonly number[];
}

/**
 * What was found as a file to hand on: comments in the report itself, a workbook, or a page.
 * Throws `DoorProblem` where comments are wanted in what is no Word file.
 */
export async function writeReview(
  format: "docx" | "xlsx" | "html",
  { bytes, opened, review, against, ticks = [] }: Reviewed,
): Promise<Uint8Array> {
  const remarks = remarksOf(opened, review);
  const { name, kind } = opened.report;
  if (format === "docx") {
    if (kind !== "docx") throw new DoorProblem("unsupported", "批注只能加在 .docx 文件上。这份报告的意见请另存为 .xlsx 或 .html。");
    return commentedDocx(bytes, name, commentsOf(opened, remarks), { author: "预算公开助手", initials: "助手", at: new Date() });
  }
  const list: ReviewList = {
    about: `${name}（对照${against ?? "报告自己的表"}）`,
    summary: review.proof.summary,
    opened,
    remarks,
    duties: dutyLines(opened, review),
    ticks,
    coverage: review.proof.coverage,
  };
  const sheets = reviewSheets(list);
  return format === "html" ? new TextEncoder().encode(sheetsHtml(`${name} 核对意见`, sheets)) : writeWorkbook(sheets);
}
