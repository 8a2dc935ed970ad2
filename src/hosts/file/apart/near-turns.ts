import type { Budgeted } from "./budgeted";
import type { Turns } from "./threads";

/** What a task is about, and what another was about whose thread has read what this one needs. */
export interface About {
  readonly of: string;
  readonly near?: string | undefined;
}

/** A task that is near another goes where that was done, unless only a thread that did not do it is idle. */
export function nearTurns<Task extends object>(aboutOf: WeakMap<Task, About>): Turns<Task> {
  const did = new Map<string, Budgeted<Task>>();
  const nearOf = (task: Task): string | undefined => aboutOf.get(task)?.near;
  const wantedBy = (task: Task): Budgeted<Task> | undefined => did.get(nearOf(task) ?? "");
  const given = (thread: Budgeted<Task>, task: Task): void => {
    const about = aboutOf.get(task);
    if (about) did.set(about.of, thread);
  };
  return {
    idle: (idle, task) => {
      const wanted = wantedBy(task);
      const at = wanted ? idle.indexOf(wanted) : -1;
      const thread = at < 0 ? idle.pop() : idle.splice(at, 1)[0];
      if (thread) given(thread, task);
      return thread;
    },
    next: (waiting, thread) => {
      const own = waiting.findIndex(({ task }) => wantedBy(task) === thread);
      const any = own < 0 ? waiting.findIndex(({ task }) => wantedBy(task) === undefined) : own;
      const [next] = waiting.splice(Math.max(0, any), 1);
      if (next) given(thread, next.task);
      return next;
    },
  };
}
