import type { DoorProblem } from "../../door";
import { createBudgeted, type Budgeted, type StartThread } from "./budgeted";

/** What no thread was idle for. */
export interface Waiting<Task> {
  readonly task: Task;
  readonly take: (thread: Budgeted<Task>) => void;
  readonly giveUp: (reason: DoorProblem) => void;
}

/** Which thread does what. */
export interface Turns<Task> {
  /** Takes out of the idle threads the one that is to do a task. */
  readonly idle: (idle: Budgeted<Task>[], task: Task) => Budgeted<Task> | undefined;
  /** Takes out of what waits what a thread is to do next. */
  readonly next: (waiting: Waiting<Task>[], thread: Budgeted<Task>) => Waiting<Task> | undefined;
}

/**
 * Several threads that each do one task at a time: a task goes to the first that is idle, in the order asked, unless `turns` says otherwise. A thread is
 * started when it is first needed, and ended when its task takes too much.
 */
export function createThreads<Task>(
  start: StartThread<Task>,
  width: number,
  turns: Turns<Task> = { idle: (idle) => idle.pop(), next: (waiting) => waiting.shift() },
): Budgeted<Task> {
  const threads = Array.from({ length: width }, () => createBudgeted(start));
  const idle = [...threads].reverse();
  const waiting: Waiting<Task>[] = [];
  const free = (task: Task): Budgeted<Task> | Promise<Budgeted<Task>> =>
    turns.idle(idle, task) ?? new Promise((take, giveUp) => waiting.push({ task, take, giveUp }));
  return {
    run: async (task, terms, onProgress) => {
      const thread = await free(task);
      try {
        return await thread.run(task, terms, onProgress);
      } finally {
        const next = turns.next(waiting, thread);
        if (next) next.take(thread);
        else idle.push(thread);
      }
    },
    stop: (reason) => {
      for (const { giveUp } of waiting.splice(0)) giveUp(reason);
      for (const thread of threads) thread.stop(reason);
    },
    end: () => threads.forEach((thread) => thread.end()),
  };
}
