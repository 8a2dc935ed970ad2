import path from "node:path";
import { deskOf } from "../desk/desk";
import type { DeskFile, DeskProof } from "../desk/file";
import { pairsOf } from "../desk/offices";
import type { Command, Shard } from "./arguments";
import type { Printed } from "./check-file";
import { inOrder, type Checkers } from "./check-threads";
import { deskText, fileLine } from "./desk-text";
import { saveDesk } from "./save-desk";
import { oneLine, progress, type Terminal } from "./terminal";
import { workbookFiles } from "./workbook-files";

export type ExitCode = 0 | 1 | 2;

/** How a file's result ends the command: 2 where nothing is known of it, 1 where something does not agree. */
const codeOf = ({ state, tally, prose }: DeskFile): ExitCode => (state === "checked" ? (tally.error + (prose?.error ?? 0) > 0 ? 1 : 0) : 2);

const worst = (codes: readonly ExitCode[]): ExitCode => codes.reduce<ExitCode>((one, other) => (other > one ? other : one), 0);

const partOf = (files: readonly string[], shard: Shard | null): readonly string[] =>
  shard ? files.filter((_, index) => index % shard.of === shard.part - 1) : files;

/** Most names that are said of what was passed over. */
const MOST_NAMED = 5;

function passedOver(terminal: Terminal, others: readonly string[]): void {
  if (others.length === 0) return;
  const named = others.slice(0, MOST_NAMED).map(oneLine).join("、");
  terminal.err(
    `另有 ${String(others.length)} 个文件不是 .xlsx、.xls、.et、.ods、.docx、.pdf，没有校验：${named}${others.length > MOST_NAMED ? " 等" : ""}。\n`,
  );
}

/** Holds the reports against the workbooks of their offices. */
async function proofsOf(terminal: Terminal, files: readonly DeskFile[], checkers: Checkers): Promise<readonly DeskProof[]> {
  const pairs = pairsOf(files);
  const say = progress(terminal, pairs.length, "对照");
  const proofs: DeskProof[] = [];
  const work = inOrder(pairs, checkers.width, ({ workbook, report }) =>
    checkers.beside({ kind: "beside", file: workbook.file, text: report.file }),
  );
  for await (const proof of work) {
    if (proof) proofs.push(proof);
    say(proofs.length, proof?.text ?? "");
  }
  return proofs;
}

/**
 * Checks every file in the order given, whatever becomes of the others. One file is told in full, many in one line each and
 * what they have in common; with `--json` one line of JSON each and nothing else is kept, however many there are.
 */
export async function check(terminal: Terminal, request: Extract<Command, { name: "check" }>, checkers: Checkers): Promise<ExitCode> {
  const { json, report, shard } = request;
  const found = await workbookFiles(request.files);
  const isReport = (file: string): boolean => report !== null && path.resolve(file) === path.resolve(report);
  const files = partOf(
    found.files.filter((file) => !isReport(file)),
    shard,
  );
  const printed: Printed = json ? "json" : files.length === 1 ? "text" : "none";
  const say = progress(terminal, files.length, "校验");
  const kept: DeskFile[] = [];
  let done = 0;
  let code: ExitCode = 0;
  const work = inOrder(files, checkers.width, (file) => checkers.check({ kind: "check", file, printed, colour: terminal.colour }));
  for await (const checked of work) {
    terminal.out(printed === "none" ? fileLine(terminal, checked.kept) : checked.printed);
    code = worst([code, codeOf(checked.kept)]);
    if (!json || report !== null) kept.push(checked.kept);
    done += 1;
    say(done, files[done] ?? checked.kept.file);
  }
  passedOver(terminal, found.others);
  if (printed !== "none" && report === null) return code;
  const desk = deskOf(kept, await proofsOf(terminal, kept, checkers));
  if (printed === "none") terminal.out(deskText(terminal, desk));
  if (report !== null) await saveDesk(terminal, report, desk);
  return worst([code, ...desk.offices.map(({ prose }): ExitCode => (prose && prose.error > 0 ? 1 : 0))]);
}
