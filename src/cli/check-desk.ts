import type { Decision } from "../desk/decisions";
import { deskOf, type Desk } from "../desk/desk";
import type { DeskFile, DeskProof } from "../desk/file";
import type { FileIdentity } from "../desk/file-identity";
import type { DeskHeld } from "../desk/held";
import { passedOverWords } from "../hosts/file/among-files";
import { pairsOf } from "../desk/offices";
import type { PairHolder } from "../desk/pair-holder";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import type { Printed } from "./check-file";
import { inOrder, type Checkers } from "./check-threads";
import { lastYearsOf, roundsOf, saveLetters } from "./desk-more";
import { deskText } from "./desk-text";
import { saveDesk } from "./save-desk";
import { progress, type Terminal } from "./terminal";

/** Holds the reports against the workbooks of their offices. */
async function proofsOf(
  terminal: Terminal,
  files: readonly DeskFile[],
  { width }: Checkers,
  hold: PairHolder["hold"],
): Promise<readonly DeskProof[]> {
  const pairs = pairsOf(files);
  const say = progress(terminal, pairs.length, "对照");
  const proofs: DeskProof[] = [];
  let held = 0;
  const work = inOrder(pairs, width, hold);
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
  readonly hold: PairHolder["hold"];
  /** Files of other kinds that lay among them. */
  readonly others: readonly string[];
}

/** Each pair is a line; a file without its other side is one as well, with null in the place of that. */
function heldLines(
  last: Awaited<ReturnType<typeof roundsOf>> | null,
  year: Awaited<ReturnType<typeof lastYearsOf>> | null,
): readonly object[] {
  const whose = ({ kind, organisation, year: of }: FileIdentity): object => ({ kind, organisation, year: of });
  return [
    ...(last?.rounds ?? []),
    ...(last?.unmatched ?? []).map((one) => ({ file: one.file, before: null, ...whose(one) })),
    ...(last?.gone ?? []).map((one) => ({ file: null, before: one.file, ...whose(one) })),
    ...(year?.held ?? []),
    ...(year?.unmatched ?? []).map(({ file }): DeskHeld => {
      return { kind: "lastYear", file, against: [], findings: [], notes: [], summary: "上年里没有找到这个单位的文件，没有核对。" };
    }),
  ];
}

/** Puts the checked files together: holds them against each other and what they are to be held against, says and writes it. */
export async function finishDesk(
  terminal: Terminal,
  { json, report, more }: Extract<Command, { name: "check" }>,
  { files, decisions, printed, hold, others }: CheckedFiles,
  checkers: Checkers,
): Promise<ExitCode> {
  const proofs = await proofsOf(terminal, files, checkers, hold);
  const last = more.lastRound === null ? null : await roundsOf(terminal, files, more.lastRound, checkers);
  const year = more.lastYear === null ? null : await lastYearsOf(terminal, files, more.lastYear, checkers);
  checkers.end();
  const desk = deskOf(files, {
    proofs,
    rounds: last?.rounds ?? [],
    held: year?.held ?? [],
    decisions,
    gone: last?.gone ?? [],
    passedOver: passedOverWords(others, "校验"),
  });
  if (json) for (const line of heldLines(last, year)) terminal.out(`${JSON.stringify(line)}\n`);
  else if (printed === "none" || last || year || more.decisions.length > 0)
    terminal.out(
      deskText(terminal, desk, { lastRound: last?.unmatched ?? [], lastYear: year?.unmatched ?? [], unread: year?.unread ?? [] }),
    );
  if (report !== null) await saveDesk(terminal, report, desk);
  if (more.letters !== null) await saveLetters(terminal, more.letters, desk, more.choice);
  return endOf(desk, files);
}

/** What a person rejected breaks nothing; what was not read is never mended by a decision. */
function endOf({ offices }: Desk, files: readonly DeskFile[]): ExitCode {
  if (files.some(({ state }) => state !== "checked")) return 2;
  return offices.some(({ state }) => state === "broken") ? 1 : 0;
}
