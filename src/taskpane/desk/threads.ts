import { deskFile, type DeskFile, type DeskProof } from "../../desk/file";
import { DoorProblem } from "../../hosts/door";
import { createFilePool } from "../../hosts/file/apart/pool";
import { webThread } from "../../hosts/file/apart/web-thread";
import { problem } from "../../hosts/file/problems";
import type { DeskAnswers, DeskTask, NamedFile } from "./task";

/** Checks files in threads of the page's, each within its budget of time; what becomes of one is no other's business. */
export interface DeskThreads {
  /** How many files are checked at the same time. */
  readonly width: number;
  readonly check: (of: NamedFile) => Promise<DeskFile>;
  readonly archived: (of: NamedFile) => Promise<DeskAnswers["archived"]>;
  readonly identity: (of: NamedFile) => Promise<DeskAnswers["identity"]>;
  readonly beside: (workbook: NamedFile, report: NamedFile) => Promise<DeskProof | null>;
  /** null: either can no longer be read. */
  readonly round: (of: NamedFile, before: NamedFile) => Promise<DeskAnswers["round"]>;
  readonly lastYear: (of: NamedFile, last: NamedFile) => Promise<DeskAnswers["lastYear"]>;
  readonly filed: (of: NamedFile) => Promise<DeskAnswers["filed"]>;
  /** Throws `DoorProblem`. */
  readonly letters: (task: Extract<DeskTask, { kind: "letters" }>) => Promise<DeskAnswers["letters"]>;
  /** Throws `DoorProblem`. */
  readonly write: (task: Extract<DeskTask, { kind: "write" }>) => Promise<Uint8Array>;
  /** Gives up what is being done and ends the threads. */
  readonly end: () => void;
}

/** One processor is the page's. More threads than this wait for the disk. */
const widthOf = (processors: number): number => Math.min(8, Math.max(1, processors - 1));

const start = webThread<DeskTask>(() => new Worker(new URL("./worker.ts", import.meta.url)));

export function deskThreads(width = widthOf(navigator.hardwareConcurrency)): DeskThreads {
  const pool = createFilePool(start, width);
  // The thread answers each kind of task with that kind's own result.
  const run = <Kind extends keyof DeskAnswers>(
    task: Extract<DeskTask, { kind: Kind }>,
    name: string,
    bytes: number,
    near?: string,
  ): Promise<DeskAnswers[Kind]> => pool.run(task, name, bytes, near) as Promise<DeskAnswers[Kind]>;
  return {
    width,
    check: (of) =>
      run({ kind: "check", of }, of.name, of.file.size).catch((cause: unknown) =>
        deskFile({ file: of.name, error: cause instanceof DoorProblem ? cause.message : problem.corrupt(of.name).message }),
      ),
    archived: (of) => run({ kind: "archived", of }, of.name, of.file.size).catch(() => null),
    identity: (of) => run({ kind: "identity", of }, of.name, of.file.size).catch(() => null),
    beside: (workbook, report) =>
      run({ kind: "beside", workbook, report }, workbook.name, workbook.file.size + report.file.size, report.name).catch(() => null),
    round: (of, before) => run({ kind: "round", of, before }, of.name, of.file.size + before.file.size, before.name).catch(() => null),
    lastYear: (of, last) => run({ kind: "lastYear", of, last }, of.name, of.file.size + last.file.size, last.name).catch(() => null),
    filed: (of) => run({ kind: "filed", of }, of.name, of.file.size).catch(() => null),
    letters: (task) => run(task, "审核意见", 0),
    write: (task) => run(task, "审核结果", 0),
    end: pool.stop,
  };
}
