import { answer, checkFile, type CheckAnswers, type CheckTask, type TaskOf } from "./check-file";
import type { Checkers } from "./check-threads";

/** On this thread: for scripts and for tests. */
export const here: Checkers = {
  width: 1,
  check: (task) => checkFile(task),
  // Each kind of task is answered with that kind's own result.
  hold: <K extends Exclude<CheckTask["kind"], "check">>(task: TaskOf<K>) => answer(task) as Promise<CheckAnswers[K]>,
  end: () => undefined,
};
