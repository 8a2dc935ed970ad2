import { DoorProblem } from "../../door";
import { problem } from "../problems";
import type { StartThread, Terms } from "./budgeted";
import type { ReadAnswer, ReaderKind, ReadResult, ReadTask } from "./readers";
import { createThreads } from "./threads";

export interface ApartReader {
  /**
   * Reads a file in a thread, as many at the same time as there are threads. Throws `DoorProblem`, within the file's budget of time; `onProgress` is told
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

/** What was read. Throws `DoorProblem` where the answer is one; a fault of the reader's is a file it could not read. */
export function resultOf(answer: ReadAnswer, name: string): unknown {
  if ("result" in answer) return answer.result;
  throw answer.kind ? new DoorProblem(answer.kind, answer.problem) : problem.corrupt(name, answer.problem);
}

/** What is said of a file that cannot be read to its end. */
function termsFor(kind: ReaderKind, name: string, seconds: number): Terms {
  const words = kind === "report" ? { slow: problem.slowReport, heavy: problem.tooLarge } : problem;
  return {
    seconds,
    slow: () => words.slow(name, seconds),
    heavy: (cause) => words.heavy(name, cause),
    broken: (cause) => problem.corrupt(name, cause),
  };
}

/** Reads files in threads of their own, `width` at the same time, each within its budget. */
export function createApartReader(start: StartThread<ReadTask>, seconds: typeof secondsFor = secondsFor, width = 1): ApartReader {
  const threads = createThreads(start, width);
  return {
    read: async <Kind extends ReaderKind>(kind: Kind, bytes: Uint8Array, name: string, onProgress?: (done: number) => void) => {
      const terms = termsFor(kind, name, seconds(kind, bytes.length));
      // The thread answers each kind with that kind's own result.
      return resultOf(await threads.run({ kind, bytes, name }, terms, onProgress), name) as ReadResult<Kind>;
    },
    stop: () => threads.stop(problem.cancelled()),
  };
}
