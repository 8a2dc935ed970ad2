import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { deskOf } from "../desk/desk";
import { readDecisions, saveLetters } from "./desk-more";
import { deskText, fileLine } from "./desk-text";
import { readResults } from "./merge-lines";
import { saveDesk } from "./save-desk";
import type { Terminal } from "./terminal";

/** The desk of what other runs have checked, here or on other machines. Throws `DoorProblem` where a file is no such result. */
export async function merge(terminal: Terminal, { lines, report, more }: Extract<Command, { name: "merge" }>): Promise<ExitCode> {
  const { files, proofs } = await readResults(lines);
  const desk = deskOf(files, { proofs, decisions: await readDecisions(more.decisions) });
  for (const file of files) terminal.out(fileLine(terminal, file));
  terminal.out(deskText(terminal, desk));
  if (report !== null) await saveDesk(terminal, report, desk);
  if (more.letters !== null) await saveLetters(terminal, more.letters, desk, more.choice);
  return desk.totals.unreadable > 0 ? 2 : desk.totals.broken > 0 ? 1 : 0;
}
