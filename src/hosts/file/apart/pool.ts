import { DoorProblem } from "../../door";
import { problem } from "../problems";
import { createBudgeted, type Budgeted, type StartThread } from "./budgeted";

/** Threads that check whole files, each within its budget: what becomes of one file is no other's business. */
export interface FilePool<Task> {
  /** How many files are done at the same time. */
  readonly width: number;
  /**
   * Does a task in the first thread that is idle. Throws `DoorProblem` where it did not come to an end.
   * @param name what the file is called in words.
   * @param bytes its size: a large one may take longer.
   */
  readonly run: (task: Task, name: string, bytes: number) => Promise<unknown>;
  /** Gives up what is being done and ends the threads that do it. */
  readonly stop: () => void;
  /** Ends all threads, of which none is doing anything any more. */
  readonly end: () => void;
}

const MEGABYTE = 1_000_000;
/** How long a file may take without progress, in seconds: reading and checking, on a slow desk too. */
const secondsFor = (bytes: number): number => 30 + 8 * Math.floor(bytes / MEGABYTE);

/** Threads are started when they are first needed, and ended when one file takes too much. */
export function createFilePool<Task>(start: StartThread<Task>, width: number): FilePool<Task> {
  const threads = Array.from({ length: width }, () => createBudgeted(start));
  const idle = [...threads];
  const waiting: ((thread: Budgeted<Task>) => void)[] = [];
  return {
    width,
    run: async (task, name, bytes) => {
      const thread = idle.pop() ?? (await new Promise<Budgeted<Task>>((resolve) => waiting.push(resolve)));
      const seconds = secondsFor(bytes);
      try {
        const answer = await thread.run(task, {
          seconds,
          slow: () => problem.slow(name, seconds),
          heavy: (cause) => problem.heavy(name, cause),
          broken: (cause) => problem.corrupt(name, cause),
        });
        if ("result" in answer) return answer.result;
        throw answer.kind ? new DoorProblem(answer.kind, answer.problem) : problem.corrupt(name, answer.problem);
      } finally {
        const next = waiting.shift();
        if (next) next(thread);
        else idle.push(thread);
      }
    },
    stop: () => threads.forEach((thread) => thread.stop(problem.cancelled())),
    end: () => threads.forEach((thread) => thread.end()),
  };
}
