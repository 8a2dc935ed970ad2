import { basename } from "node:path";
import { openBook } from "../book/open";
import { DoorProblem } from "../hosts/door";
import { readBytes, readWorkbookFile } from "../hosts/file/node";
import { readNarrativeText } from "../hosts/file/text";
import { proofread as holdAgainst } from "../proofread/proofread";
import type { ProofreadReport } from "../proofread/report";
import type { Recognised } from "../workbook/recognised";
import type { Command } from "./arguments";
import type { ExitCode } from "./check";
import { proofreadJson } from "./proofread-json";
import { proofreadText } from "./proofread-text";
import type { Terminal } from "./terminal";

type Request = Extract<Command, { name: "proofread" }>;

async function held({ file, text }: Request): Promise<{ recognised: Recognised; report: ProofreadReport }> {
  const workbook = await readWorkbookFile(file);
  const paragraphs = await readNarrativeText(await readBytes(text), basename(text));
  const book = openBook(workbook);
  return { recognised: book.recognised, report: holdAgainst(paragraphs, book) };
}

/** Holds an existing narrative against the workbook; exit codes as `check`. */
export async function proofread(terminal: Terminal, request: Request): Promise<ExitCode> {
  try {
    const { recognised, report } = await held(request);
    terminal.out(request.json ? `${JSON.stringify(proofreadJson(request, recognised, report))}\n` : proofreadText(terminal, request, report));
    return report.findings.some((finding) => finding.verdict === "broken" && finding.severity === "error") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DoorProblem)) throw error;
    if (request.json) terminal.out(`${JSON.stringify({ file: request.file, text: request.text, error: error.message })}\n`);
    else terminal.err(`${error.message}\n`);
    return 2;
  }
}
