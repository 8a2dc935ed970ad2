import type { DoorProblem } from "../../door";
import { createBudgeted, type Budgeted, type StartThread } from "./budgeted";

/**
 * Several threads that each do one task at a time: a task goes to the first that is idle, in the order asked. A thread is
 * started when it is first needed, and ended when its task takes too much.
 */
export function createThreads<Task>(start: StartThread<Task>, width: number): Budgeted<Task> {
  const threads = Array.from({ length: width }, () => createBudgeted(start));
  const idle = [...threads].reverse();
  const waiting: { readonly take: (thread: Budgeted<Task>) => void; readonly giveUp: (reason: DoorProblem) => void }[] = [];
  const free = (): Budgeted<Task> | Promise<Budgeted<Task>> => idle.pop() ?? new Promise((take, giveUp) => waiting.push({ take, giveUp }));
  return {
    run: async (task, terms, onProgress) => {
      const thread = await free();
      try {
        return await thread.run(task, terms, onProgress);
      } finally {
        const next = waiting.shift();
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
