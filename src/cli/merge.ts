import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { deskOf } from "../desk/desk";
import { deskFile, deskProof, type DeskFile, type DeskProof } from "../desk/file";
import { DoorProblem } from "../hosts/door";
import { problem } from "../hosts/file/problems";
import { resultLine } from "../results/parse-line";
import type { Command } from "./arguments";
import type { ExitCode } from "./check";
import { deskText, fileLine } from "./desk-text";
import { saveDesk } from "./save-desk";
import type { Terminal } from "./terminal";

interface Kept {
  readonly files: DeskFile[];
  readonly proofs: DeskProof[];
}

/** Keeps what a line says; false where it is no result. */
function keep(text: string, { files, proofs }: Kept): boolean {
  const result = resultLine(text);
  if (!result) return false;
  try {
    if (result.kind === "file") files.push(deskFile(result.line));
    else {
      const proof = deskProof(result.line);
      if (proof) proofs.push(proof);
    }
    return true;
  } catch {
    return false;
  }
}

/** Reads a file of result lines. Throws `DoorProblem`, with the number of the line that is none. */
async function readLines(file: string, kept: Kept): Promise<void> {
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() !== "" && !keep(text, kept))
        throw new DoorProblem(
          "unsupported",
          `“${file}”第 ${String(number)} 行不是校验结果。请给出 check --json 或 proofread --json 写出的文件；写到一半停下的，请把那一份重新校验。`,
        );
    }
  } catch (cause) {
    if (cause instanceof DoorProblem) throw cause;
    throw (cause as NodeJS.ErrnoException).code === "ENOENT" ? problem.missing(file, cause) : problem.unreadable(file, cause);
  }
}

/** The desk of what other runs have checked, here or on other machines. Throws `DoorProblem` where a file is no such result. */
export async function merge(terminal: Terminal, { lines, report }: Extract<Command, { name: "merge" }>): Promise<ExitCode> {
  const kept: Kept = { files: [], proofs: [] };
  for (const file of lines) await readLines(file, kept);
  const desk = deskOf(kept.files, kept.proofs);
  for (const file of kept.files) terminal.out(fileLine(terminal, file));
  terminal.out(deskText(terminal, desk));
  if (report !== null) await saveDesk(terminal, report, desk);
  return desk.totals.unreadable > 0 ? 2 : desk.totals.broken > 0 ? 1 : 0;
}
