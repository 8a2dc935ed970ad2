import type { Decision } from "../desk/decisions";
import { deskOf, type Desk } from "../desk/desk";
import type { DeskFile, DeskProof } from "../desk/file";
import { pairsOf } from "../desk/offices";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import type { Printed } from "./check-file";
import { inOrder, type Checkers } from "./check-threads";
import { lastYearsOf, roundsOf, saveLetters } from "./desk-more";
import { deskText } from "./desk-text";
import { saveDesk } from "./save-desk";
import { progress, type Terminal } from "./terminal";

/** Holds the reports against the workbooks of their offices. */
async function proofsOf(terminal: Terminal, files: readonly DeskFile[], checkers: Checkers): Promise<readonly DeskProof[]> {
  const pairs = pairsOf(files);
  const say = progress(terminal, pairs.length, "对照");
  const proofs: DeskProof[] = [];
  let held = 0;
  const work = inOrder(pairs, checkers.width, ({ workbook, report }) =>
    checkers.hold({ kind: "beside", file: workbook.file, text: report.file }).catch(() => null),
  );
  for await (const proof of work) {
    if (proof) proofs.push(proof);
    say(held, pairs[held]?.report.file ?? "");
    held += 1;
  }
  return proofs;
}

/** What is known when all files have been checked. */
interface CheckedFiles {
  readonly files: readonly DeskFile[];
  readonly decisions: readonly Decision[];
  readonly printed: Printed;
}

/** Puts the checked files together: holds them against each other and what they are to be held against, says and writes it. */
export async function finishDesk(
  terminal: Terminal,
  { json, report, more }: Extract<Command, { name: "check" }>,
  { files, decisions, printed }: CheckedFiles,
  checkers: Checkers,
): Promise<ExitCode> {
  const proofs = await proofsOf(terminal, files, checkers);
  const last = more.lastRound === null ? null : await roundsOf(terminal, files, more.lastRound, checkers);
  const year = more.lastYear === null ? null : await lastYearsOf(terminal, files, more.lastYear, checkers);
  checkers.end();
  const desk = deskOf(files, { proofs, rounds: last?.rounds ?? [], held: year?.held ?? [], decisions });
  if (json) for (const line of [...(last?.rounds ?? []), ...(year?.held ?? [])]) terminal.out(`${JSON.stringify(line)}\n`);
  else if (printed === "none" || last || year || more.decisions.length > 0)
    terminal.out(deskText(terminal, desk, { lastRound: last?.unmatched ?? [], lastYear: year?.unmatched ?? [], gone: last?.gone ?? [] }));
  if (report !== null) await saveDesk(terminal, report, desk);
  if (more.letters !== null) await saveLetters(terminal, more.letters, desk, more.choice);
  return endOf(desk, files);
}

/** What a person rejected breaks nothing; what was not read is never mended by a decision. */
function endOf({ offices }: Desk, files: readonly DeskFile[]): ExitCode {
  if (files.some(({ state }) => state !== "checked")) return 2;
  return offices.some(({ state }) => state === "broken") ? 1 : 0;
}
