import path from "node:path";
import type { DeskFile } from "../desk/file";
import type { PairHolder } from "../desk/pair-holder";
import type { Command, Shard } from "./arguments";
import type { Printed } from "./check-file";
import { inOrder, type Checkers } from "./check-threads";
import type { ExitCode } from "./exit-code";
import { passedOver } from "./passed-over";
import { progress, type Terminal } from "./terminal";
import { workbookFiles } from "./workbook-files";

const worst = (codes: readonly ExitCode[]): ExitCode => codes.reduce<ExitCode>((one, other) => (other > one ? other : one), 0);

const partOf = (files: readonly string[], shard: Shard | null): readonly string[] =>
  shard ? files.filter((_, index) => index % shard.of === shard.part - 1) : files;

/**
 * Checks every file in the order given, whatever becomes of the others. One file is told in full, many in one line each and
 * what they have in common; with `--json` one line of JSON each and nothing else is kept, however many there are.
 */
export async function check(terminal: Terminal, request: Extract<Command, { name: "check" }>, checkers: Checkers): Promise<ExitCode> {
  const { json, report, shard, more } = request;
  // What cannot be read is said before the work, not after it.
  const decisions = more.decisions.length === 0 ? [] : await (await import("./desk-more")).readDecisions(more.decisions);
  const found = await workbookFiles(request.files);
  const isReport = (file: string): boolean => report !== null && path.resolve(file) === path.resolve(report);
  const files = partOf(
    found.files.filter((file) => !isReport(file)),
    shard,
  );
  const isHeld = more.lastRound !== null || more.lastYear !== null;
  const isDesk = report !== null || isHeld || more.decisions.length > 0 || more.letters !== null;
  // Of files that are held against others each pair is a line.
  const printed: Printed = json ? (isHeld ? "none" : "json") : files.length === 1 ? "text" : "none";
  const lineOf = printed === "none" && !json ? (await import("./desk-text")).fileLine : null;
  const say = progress(terminal, files.length, "校验");
  const kept: DeskFile[] = [];
  let done = 0;
  let code: ExitCode = 0;
  const keeps = isDesk || lineOf !== null;
  const beside: PairHolder["hold"] = ({ workbook, report: text }) =>
    checkers.hold({ kind: "beside", file: workbook.file, text: text.file }).catch(() => null);
  const pairs = keeps ? (await import("../desk/pair-holder")).pairHolder(beside) : null;
  const work = inOrder(files, checkers.width, async (file) => {
    const checked = await checkers.check({ kind: "check", file, printed, colour: terminal.colour, keeps });
    if (checked.kept) void pairs?.checked(checked.kept);
    return checked;
  });
  for await (const checked of work) {
    if (printed !== "none") terminal.out(checked.printed);
    if (checked.kept) kept.push(checked.kept);
    if (checked.kept && lineOf) terminal.out(lineOf(terminal, checked.kept));
    code = worst([code, checked.code]);
    say(done, files[done] ?? "");
    done += 1;
  }
  passedOver(terminal, found.others, "校验");
  if (!pairs || (printed !== "none" && !isDesk)) return code;
  const { finishDesk } = await import("./check-desk");
  return finishDesk(terminal, request, { files: kept, decisions, printed, hold: pairs.hold, others: found.others }, checkers);
}
