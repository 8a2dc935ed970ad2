import path from "node:path";
import { openBook, type Book } from "../book/open";
import { writeReview } from "../handout/review-file";
import { DoorProblem } from "../hosts/door";
import { readBytes, readReportBytes, readWorkbookFile } from "../hosts/file/node";
import { proofLine } from "../results/proof-line";
import { openReport, ownBook, printedBook } from "../review/open-report";
import { reviewAlone, reviewBeside } from "../review/review";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { proofreadText } from "./proofread-text";
import { save } from "./save";
import { faultMessage, type Terminal } from "./terminal";

type Request = Extract<Command, { name: "proofread" }>;

/** One text against the workbook; against the report's own tables where there is none. */
async function proofreadOne(terminal: Terminal, { file, json, report }: Request, text: string, workbook: Book | null): Promise<ExitCode> {
  const bytes = readBytes(text);
  const opened = openReport(await readReportBytes(bytes, text));
  const book = workbook ?? ownBook(printedBook(opened));
  const review = workbook ? reviewBeside(opened, workbook) : reviewAlone(opened);
  const found = review.proof;
  const paths = { file, text };
  terminal.out(
    json ? `${JSON.stringify(proofLine(paths, book.recognised, found, opened))}\n` : proofreadText(terminal, paths, found, opened.lines),
  );
  if (report !== null) {
    const format = /\.docx$/i.test(report) ? "docx" : /\.html$/i.test(report) ? "html" : "xlsx";
    await save(report, await writeReview(format, { bytes, opened, review, against: file === null ? null : path.basename(file) }));
  }
  return found.findings.some((finding) => finding.verdict === "broken" && finding.severity === "error") ? 1 : 0;
}

/** Holds finished texts against the workbook; exit codes as `check`. A text that cannot be read keeps no other from being. */
export async function proofread(terminal: Terminal, request: Request): Promise<ExitCode> {
  const { file, texts, json } = request;
  const complain = (text: string, error: unknown): ExitCode => {
    const message = error instanceof DoorProblem ? error.message : faultMessage("核对", text, error);
    if (json) terminal.out(`${JSON.stringify({ file, text, error: message })}\n`);
    else terminal.err(`${message}\n`);
    return 2;
  };
  let worst: ExitCode = 0;
  let workbook: Book | null = null;
  for (const text of texts) {
    let code: ExitCode;
    try {
      workbook ??= file === null ? null : openBook(await readWorkbookFile(file));
      code = await proofreadOne(terminal, request, text, workbook);
    } catch (error) {
      code = complain(text, error);
    }
    if (code > worst) worst = code;
  }
  return worst;
}
