import { stat } from "node:fs/promises";
import os from "node:os";
import { DoorProblem } from "../hosts/door";
import { startNodeThread } from "../hosts/file/apart/node-thread";
import { createFilePool } from "../hosts/file/apart/pool";
import { problem } from "../hosts/file/problems";
import type { CheckAnswers, CheckTask, TaskOf } from "./check-file";

type Kind = CheckTask["kind"];

/** Who checks files: this thread, or as many threads as there are processors. */
export interface Checkers {
  /** How many files are checked at the same time. */
  readonly width: number;
  /** Never throws: what becomes of one file is no other's business. */
  readonly check: (task: TaskOf<"check">) => Promise<CheckAnswers["check"]>;
  /** Holds files against each other, or makes one ready for it. Throws `DoorProblem`. */
  readonly hold: <K extends Exclude<Kind, "check">>(task: TaskOf<K>) => Promise<CheckAnswers[K]>;
  /** When all files are done: gives back the memory of the threads. */
  readonly end: () => void;
}

/** In threads that run `program`, the built `check-worker`; started when first needed, ended when one file takes too much. */
export function inThreads(program: string, width = os.availableParallelism()): Checkers {
  const pool = createFilePool(startNodeThread<CheckTask>(program, width), width);
  const run = async (task: CheckTask): Promise<unknown> => pool.run(task, task.file, await sizeOf(task.file), nearOf(task));
  return {
    width,
    check: (task) =>
      run(task).then(
        (result) => result as CheckAnswers["check"],
        async (cause: unknown) => {
          // All that checks a file is the threads': here it is wanted for the words on one that they could not answer for.
          const { failed } = await import("./check-file");
          return failed(task, cause instanceof DoorProblem ? cause.message : problem.corrupt(task.file).message);
        },
      ),
    hold: <K extends Exclude<Kind, "check">>(task: TaskOf<K>) => run(task) as Promise<CheckAnswers[K]>,
    end: pool.end,
  };
}

/** The other file that a task needs: best done where that was read. */
function nearOf(task: CheckTask): string | undefined {
  switch (task.kind) {
    case "beside":
      return task.text;
    case "round":
      return task.before;
    case "lastYear":
      return task.last;
    default:
      return undefined;
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** How many more are begun than can be done at the same time, so that no thread waits while results stand in line. */
const AHEAD = 3;

/** Does the work for every item, several at a time, and yields the results in the order of the items; never more than a few wait. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  while (next < items.length || begun.length > 0) {
    while (next < items.length && begun.length < width * AHEAD) {
      const item = items[next];
      next += 1;
      if (item !== undefined) begun.push(work(item));
    }
    const first = begun.shift();
    if (first) yield await first;
  }
}
