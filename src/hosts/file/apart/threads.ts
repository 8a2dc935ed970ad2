import type { DoorProblem } from "../../door";
import { createBudgeted, type Budgeted, type StartThread } from "./budgeted";

/** What a task is about, and what another was about whose thread has read what this one needs. */
export interface About {
  readonly of: string;
  readonly near?: string | undefined;
}

export interface Threads<Task> extends Omit<Budgeted<Task>, "run"> {
  readonly run: (...args: readonly [...Parameters<Budgeted<Task>["run"]>, about?: About]) => ReturnType<Budgeted<Task>["run"]>;
}

interface Waiting<Task> {
  readonly wanted: Budgeted<Task> | undefined;
  readonly take: (thread: Budgeted<Task>) => void;
  readonly giveUp: (reason: DoorProblem) => void;
}

/**
 * Several threads that each do one task at a time: a task goes to the first that is idle, in the order asked; one that is near
 * another goes first where that was done, unless only a thread that did not do it is idle. A thread is started when it is first
 * needed, and ended when its task takes too much.
 */
export function createThreads<Task>(start: StartThread<Task>, width: number): Threads<Task> {
  const threads = Array.from({ length: width }, () => createBudgeted(start));
  const idle = [...threads].reverse();
  const waiting: Waiting<Task>[] = [];
  const did = new Map<string, Budgeted<Task>>();
  const free = (wanted: Budgeted<Task> | undefined): Budgeted<Task> | Promise<Budgeted<Task>> => {
    const at = wanted ? idle.indexOf(wanted) : -1;
    const thread = at < 0 ? idle.pop() : idle.splice(at, 1)[0];
    return thread ?? new Promise((take, giveUp) => waiting.push({ wanted, take, giveUp }));
  };
  const nextFor = (thread: Budgeted<Task>): Waiting<Task> | undefined => {
    const own = waiting.findIndex(({ wanted }) => wanted === thread);
    const any = own < 0 ? waiting.findIndex(({ wanted }) => wanted === undefined) : own;
    return waiting.splice(Math.max(0, any), 1)[0];
  };
  return {
    run: async (task, terms, onProgress, about) => {
      const thread = await free(about?.near === undefined ? undefined : did.get(about.near));
      if (about) did.set(about.of, thread);
      try {
        return await thread.run(task, terms, onProgress);
      } finally {
        const next = nextFor(thread);
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
