import { DoorProblem } from "../../door";
import { problem } from "../problems";
import type { ReadAnswer, ReaderKind, ReadMessage, ReadResult, ReadTask } from "./readers";

/** A worker of either kind: of the browser, or a thread of Node's. */
export interface Thread {
  readonly post: (task: ReadTask) => void;
  /** Ends it at once, whatever it does. */
  readonly end: () => void;
  /** Seconds of processor used so far, where that is known: on a busy desk less than has passed. */
  readonly used?: () => number;
}

/** Starts a thread. `onFault`: it is gone; `memory` says whether for want of memory. */
export type StartThread = (
  onAnswer: (answer: ReadMessage) => void,
  onFault: (fault: { readonly memory: boolean; readonly cause: unknown }) => void,
) => Thread;

export interface ApartReader {
  /**
   * Reads a file in the thread, one at a time. Throws `DoorProblem`, within the file's budget of time; `onProgress` is told
   * how much is done, 0..1, where that is known.
   */
  readonly read: <Kind extends ReaderKind>(
    kind: Kind,
    bytes: Uint8Array,
    name: string,
    onProgress?: (done: number) => void,
  ) => Promise<ReadResult<Kind>>;
  /** Gives up what is being read; it is rejected with a `DoorProblem` of kind cancelled. */
  readonly stop: () => void;
}

const MEGABYTE = 1_000_000;

/** A report that has shown no progress for so long, in seconds, shows none any more: its text is small, whatever the file. */
const REPORT_SECONDS = 8;

/** How long a file may take without any progress, in seconds: large workbooks more, on a slow desk too. */
export const secondsFor = (kind: ReaderKind, bytes: number): number =>
  kind === "report" ? REPORT_SECONDS : 20 + 4 * Math.floor(bytes / MEGABYTE);

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

/** What was read. Throws `DoorProblem` where the answer is one; a fault of the reader's is a file it could not read. */
export function resultOf(answer: ReadAnswer, name: string): unknown {
  if ("result" in answer) return answer.result;
  throw answer.kind ? new DoorProblem(answer.kind, answer.problem) : problem.corrupt(name, answer.problem);
}

/**
 * Files are read in a thread that is ended when one takes longer than its budget, or more memory than there is: the next
 * file gets a new thread, and everything else goes on.
 */
export function createApartReader(start: StartThread, seconds: typeof secondsFor = secondsFor): ApartReader {
  let thread: Thread | null = null;
  let abandon: ((reason: DoorProblem) => void) | null = null;
  let settle: ((answer: ReadAnswer) => void) | null = null;
  let progressed: ((done: number) => void) | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    thread?.end();
    thread = null;
  };

  const readNow = ({ kind, bytes, name }: ReadTask, onProgress: (done: number) => void): Promise<ReadAnswer> =>
    new Promise((resolve, reject) => {
      const limit = seconds(kind, bytes.length);
      const words = kind === "report" ? { slow: problem.slowReport, heavy: problem.tooLarge } : problem;
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
      const budget = newBudget(limit, () => thread?.used?.());
      const wait = (left: number): ReturnType<typeof setTimeout> =>
        setTimeout(() => {
          const more = budget.left();
          if (more <= 0) abandon?.(words.slow(name, limit));
          else timer = wait(more);
        }, left * 1000);
      let timer = wait(limit);
      progressed = (share) => {
        clearTimeout(timer);
        budget.renew();
        timer = wait(limit);
        onProgress(share);
      };
      try {
        thread ??= start(
          (answer) => ("progress" in answer ? progressed?.(answer.progress) : settle?.(answer)),
          ({ memory, cause }) => {
            thread = null;
            abandon?.(memory ? words.heavy(name, cause) : problem.corrupt(name, cause));
          },
        );
        budget.renew();
        thread.post({ kind, bytes, name });
      } catch (cause) {
        abandon(problem.corrupt(name, cause));
      }
    });

  return {
    read: async <Kind extends ReaderKind>(
      kind: Kind,
      bytes: Uint8Array,
      name: string,
      onProgress: (done: number) => void = () => undefined,
    ) => {
      const mine = turn.then(() => readNow({ kind, bytes, name }, onProgress));
      turn = mine.catch(() => undefined);
      // The thread answers each kind with that kind's own result.
      return resultOf(await mine, name) as ReadResult<Kind>;
    },
    stop: () => abandon?.(problem.cancelled()),
  };
}
