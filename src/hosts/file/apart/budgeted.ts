import type { DoorProblem } from "../../door";
import type { ReadAnswer, ReadMessage } from "./readers";

/** A worker of either kind: of the browser, or a thread of Node's. */
export interface Thread<Task> {
  readonly post: (task: Task) => void;
  /** Ends it at once, whatever it does. */
  readonly end: () => void;
  /** Seconds of processor used so far, where that is known: on a busy desk less than has passed. */
  readonly used?: () => number;
}

/** Starts a thread. `onFault`: it is gone; `memory` says whether for want of memory. */
export type StartThread<Task> = (
  onAnswer: (answer: ReadMessage) => void,
  onFault: (fault: { readonly memory: boolean; readonly cause: unknown }) => void,
) => Thread<Task>;

/** How long a task may take without any progress, and what is said where it does not come to an end. */
export interface Terms {
  readonly seconds: number;
  readonly slow: () => DoorProblem;
  readonly heavy: (cause: unknown) => DoorProblem;
  readonly broken: (cause: unknown) => DoorProblem;
}

/** A thread that does one task at a time. */
export interface Budgeted<Task> {
  /** Throws `DoorProblem` where the task did not come to an end; `onProgress` is told how much is done, 0..1, where that is known. */
  readonly run: (task: Task, terms: Terms, onProgress?: (done: number) => void) => Promise<ReadAnswer>;
  /** Gives up what is being done; it is rejected with the reason. */
  readonly stop: (reason: DoorProblem) => void;
  /** Ends the thread when nothing is to be done for now, and gives back its memory; the next task gets a new one. */
  readonly end: () => void;
}

/** A desk so busy that nothing is done in this many times the budget has something else to do. */
const MOST_WAITED = 4;

/** What is left of a budget of seconds: of processor where that is known, of the clock where it is not. */
function newBudget(limit: number, used: () => number | undefined): { readonly left: () => number; readonly renew: () => void } {
  let since = { clock: Date.now() / 1000, used: used() };
  return {
    left: () => {
      const passed = Date.now() / 1000 - since.clock;
      const spent = used();
      if (spent === undefined || since.used === undefined || passed >= limit * MOST_WAITED) return limit - passed;
      return limit - (spent - since.used);
    },
    renew: () => (since = { clock: Date.now() / 1000, used: used() }),
  };
}

/**
 * Tasks are done in a thread that is ended when one takes longer than its budget, or more memory than there is: the next
 * task gets a new thread, and everything else goes on.
 */
export function createBudgeted<Task>(start: StartThread<Task>): Budgeted<Task> {
  let thread: Thread<Task> | null = null;
  let abandon: ((reason: DoorProblem) => void) | null = null;
  let settle: ((answer: ReadAnswer) => void) | null = null;
  let progressed: ((done: number) => void) | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    thread?.end();
    thread = null;
  };

  const runNow = (task: Task, { seconds, slow, heavy, broken }: Terms, onProgress: (done: number) => void): Promise<ReadAnswer> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        abandon = null;
        settle = null;
        progressed = null;
      };
      abandon = (reason) => {
        done();
        end();
        reject(reason);
      };
      settle = (answer) => {
        done();
        resolve(answer);
      };
      const budget = newBudget(seconds, () => thread?.used?.());
      const wait = (left: number): ReturnType<typeof setTimeout> =>
        setTimeout(() => {
          const more = budget.left();
          if (more <= 0) abandon?.(slow());
          else timer = wait(more);
        }, left * 1000);
      let timer = wait(seconds);
      progressed = (share) => {
        clearTimeout(timer);
        budget.renew();
        timer = wait(seconds);
        onProgress(share);
      };
      try {
        thread ??= start(
          (answer) => ("progress" in answer ? progressed?.(answer.progress) : settle?.(answer)),
          ({ memory, cause }) => {
            thread = null;
            abandon?.(memory ? heavy(cause) : broken(cause));
          },
        );
        budget.renew();
        thread.post(task);
      } catch (cause) {
        abandon(broken(cause));
      }
    });

  return {
    run: (task, terms, onProgress = () => undefined) => {
      const mine = turn.then(() => runNow(task, terms, onProgress));
      turn = mine.catch(() => undefined);
      return mine;
    },
    stop: (reason) => abandon?.(reason),
    end,
  };
}
