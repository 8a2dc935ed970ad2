import { deskFile, type DeskFile, type DeskProof } from "../../desk/file";
import { DoorProblem } from "../../hosts/door";
import { createBudgeted, type Budgeted } from "../../hosts/file/apart/budgeted";
import { webThread } from "../../hosts/file/apart/web-thread";
import { problem } from "../../hosts/file/problems";
import type { DeskAnswers, DeskTask, NamedFile } from "./task";

/** Checks files in threads of the page's, each within its budget of time; what becomes of one is no other's business. */
export interface DeskThreads {
  /** How many files are checked at the same time. */
  readonly width: number;
  readonly check: (of: NamedFile) => Promise<DeskFile>;
  readonly beside: (workbook: NamedFile, report: NamedFile) => Promise<DeskProof | null>;
  /** Throws `DoorProblem`. */
  readonly write: (task: Extract<DeskTask, { kind: "write" }>) => Promise<Uint8Array>;
  /** Gives up what is being done and ends the threads. */
  readonly end: () => void;
}

const MEGABYTE = 1_000_000;
/** How long a file may take without progress, in seconds: reading and checking, on a slow desk too. */
const secondsFor = (bytes: number): number => 30 + 8 * Math.floor(bytes / MEGABYTE);
/** One processor is the page's. More threads than this wait for the disk. */
const widthOf = (processors: number): number => Math.min(8, Math.max(1, processors - 1));

const start = webThread<DeskTask>(() => new Worker(new URL("./worker.ts", import.meta.url)));

export function deskThreads(width = widthOf(navigator.hardwareConcurrency)): DeskThreads {
  const threads = Array.from({ length: width }, () => createBudgeted(start));
  const idle = [...threads];
  const waiting: ((thread: Budgeted<DeskTask>) => void)[] = [];

  async function run<Kind extends keyof DeskAnswers>(
    task: Extract<DeskTask, { kind: Kind }>,
    name: string,
    bytes: number,
  ): Promise<DeskAnswers[Kind]> {
    const thread = idle.pop() ?? (await new Promise<Budgeted<DeskTask>>((resolve) => waiting.push(resolve)));
    const seconds = secondsFor(bytes);
    try {
      const answer = await thread.run(task, {
        seconds,
        slow: () => problem.slow(name, seconds),
        heavy: (cause) => problem.heavy(name, cause),
        broken: (cause) => problem.corrupt(name, cause),
      });
      // The thread answers each kind of task with that kind's own result.
      if ("result" in answer) return answer.result as DeskAnswers[Kind];
      throw problem.corrupt(name, answer.problem);
    } finally {
      const next = waiting.shift();
      if (next) next(thread);
      else idle.push(thread);
    }
  }

  return {
    width,
    check: (of) =>
      run({ kind: "check", of }, of.name, of.file.size).catch((cause: unknown) =>
        deskFile({ file: of.name, error: cause instanceof DoorProblem ? cause.message : problem.corrupt(of.name).message }),
      ),
    beside: (workbook, report) =>
      run({ kind: "beside", workbook, report }, workbook.name, workbook.file.size + report.file.size).catch(() => null),
    write: (task) => run(task, "审核结果", 0),
    end: () => threads.forEach((thread) => thread.stop(problem.cancelled())),
  };
}
