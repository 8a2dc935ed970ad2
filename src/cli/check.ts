import { checkWorkbook } from "../checks/run";
import { DoorProblem } from "../hosts/door";
import { readWorkbookFile } from "../hosts/file/node";
import { recogniseWorkbook } from "../workbook/recognise";
import type { Command } from "./arguments";
import { checkJson } from "./report-json";
import { checkText } from "./report-text";
import { oneLine, paint, progress, type Terminal } from "./terminal";

export type ExitCode = 0 | 1 | 2;

async function checkFile(terminal: Terminal, file: string, json: boolean): Promise<ExitCode> {
  try {
    const recognised = recogniseWorkbook(await readWorkbookFile(file));
    const report = checkWorkbook(recognised);
    terminal.out(json ? `${JSON.stringify(checkJson(file, recognised, report))}\n` : checkText(terminal, file, recognised, report));
    return report.findings.some((finding) => finding.verdict === "broken" && finding.severity === "error") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DoorProblem)) throw error;
    terminal.out(json ? `${JSON.stringify({ file, error: error.message })}\n` : `${paint(terminal, "bold", oneLine(file))}\n${paint(terminal, "red", error.message)}\n`);
    return 2;
  }
}

/** Checks every file in the order given, whatever becomes of the others. */
export async function check(terminal: Terminal, { files, json }: Extract<Command, { name: "check" }>): Promise<ExitCode> {
  const report = progress(terminal, files.length, "校验");
  let worst: ExitCode = 0;
  for (const [i, file] of files.entries()) {
    report(i, file);
    const code = await checkFile(terminal, file, json);
    if (code > worst) worst = code;
    if (!json && i + 1 < files.length) terminal.out("\n");
  }
  return worst;
}
