import { problem } from "../problems";
import { resultOf } from "./apart";
import type { StartThread } from "./budgeted";
import { nearTurns, type About } from "./near-turns";
import { createThreads } from "./threads";

/** Threads that check whole files, each within its budget: what becomes of one file is no other's business. */
export interface FilePool<Task> {
  /** How many files are done at the same time. */
  readonly width: number;
  /**
   * Does a task in the first thread that is idle. Throws `DoorProblem` where it did not come to an end.
   * @param name what the file is called in words.
   * @param bytes its size: a large one may take longer.
   * @param near another file that is needed: best done where that was read.
   */
  readonly run: (task: Task, name: string, bytes: number, near?: string) => Promise<unknown>;
  /** Gives up what is being done and what waits, and ends the threads. */
  readonly stop: () => void;
  /** Ends all threads, of which none is doing anything any more. */
  readonly end: () => void;
}

const MEGABYTE = 1_000_000;
/** How long a file may take without progress, in seconds: reading and checking, on a slow desk too. */
const secondsFor = (bytes: number): number => 30 + 8 * Math.floor(bytes / MEGABYTE);

/** Threads are started when they are first needed, and ended when one file takes too much. */
export function createFilePool<Task extends object>(start: StartThread<Task>, width: number): FilePool<Task> {
  const aboutOf = new WeakMap<Task, About>();
  const threads = createThreads(start, width, nearTurns(aboutOf));
  return {
    width,
    run: async (task, name, bytes, near) => {
      const seconds = secondsFor(bytes);
      aboutOf.set(task, { of: name, near });
      const terms = {
        seconds,
        slow: () => problem.slow(name, seconds),
        heavy: (cause: unknown) => problem.heavy(name, cause),
        broken: (cause: unknown) => problem.corrupt(name, cause),
      };
      return resultOf(await threads.run(task, terms), name);
    },
    stop: () => threads.stop(problem.cancelled()),
    end: () => threads.end(),
  };
}
