import path from "node:path";
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
import { save } from "./save";

interface Reviewed {
  readonly bytes: Uint8Array;
  readonly opened: OpenedReport;
  readonly review: Review;
  /** The workbook it was held against; null: its own tables. */
  readonly against: string | null;
}

/** Writes what was found as a file to hand on: comments in the report itself, a workbook, or a page. Throws `DoorProblem`. */
export async function writeReview(output: string, { bytes, opened, review, against }: Reviewed): Promise<void> {
  const remarks = remarksOf(opened, review.proof, review.check);
  const { name, kind } = opened.report;
  if (/\.docx$/i.test(output)) {
    if (kind !== "docx") throw new DoorProblem("unsupported", "批注只能加在 .docx 文件上。请把 --report 写成 .xlsx 或 .html。");
    await save(output, await commentedDocx(bytes, name, commentsOf(opened, remarks), { author: "预算公开助手", initials: "助手", at: new Date() }));
    return;
  }
  const list: ReviewList = {
    about: `${name}（对照${against === null ? "报告自己的表" : path.basename(against)}）`,
    summary: review.proof.summary, opened, remarks, duties: dutyLines(opened, review), coverage: review.proof.coverage,
  };
  const sheets = reviewSheets(list);
  await save(output, /\.html$/i.test(output) ? sheetsHtml(`${name} 核对意见`, sheets) : await writeWorkbook(sheets));
}
