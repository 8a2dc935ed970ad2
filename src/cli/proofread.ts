import { DoorProblem } from "../hosts/door";
import { readTextFile, readWorkbookFile } from "../hosts/file/node";
import { readInputs } from "../inputs/read";
import { proofread as holdAgainst } from "../proofread/proofread";
import type { ProofreadReport } from "../proofread/report";
import { recogniseWorkbook } from "../workbook/recognise";
import type { Recognised } from "../workbook/recognised";
import type { Command } from "./arguments";
import type { ExitCode } from "./check";
import { proofreadJson } from "./proofread-json";
import { proofreadText } from "./proofread-text";
import { faultMessage, type Terminal } from "./terminal";

type Request = Extract<Command, { name: "proofread" }>;

async function held({ file, text }: Request): Promise<{ recognised: Recognised; report: ProofreadReport }> {
  const workbook = await readWorkbookFile(file);
  const paragraphs = await readTextFile(text);
  const recognised = recogniseWorkbook(workbook);
  return { recognised, report: holdAgainst(paragraphs, { recognised, inputs: readInputs(workbook) }) };
}

/** Holds an existing narrative against the workbook; exit codes as `check`. */
export async function proofread(terminal: Terminal, request: Request): Promise<ExitCode> {
  try {
    const { recognised, report } = await held(request);
    terminal.out(request.json ? `${JSON.stringify(proofreadJson(request, recognised, report))}\n` : proofreadText(terminal, request, report));
    return report.findings.some((finding) => finding.verdict === "broken" && finding.severity === "error") ? 1 : 0;
  } catch (error) {
    const message = error instanceof DoorProblem ? error.message : faultMessage("核对", request.text, error);
    if (request.json) terminal.out(`${JSON.stringify({ file: request.file, text: request.text, error: message })}\n`);
    else terminal.err(`${message}\n`);
    return 2;
  }
}
