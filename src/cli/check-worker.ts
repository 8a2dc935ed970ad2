/** Checks files away from the command line: reading, checking and judging in one thread. */
import { parentPort } from "node:worker_threads";
import { lastRead } from "../hosts/file/apart/last-read";
import { saysNothing } from "../hosts/file/apart/quiet";
import type { ReadMessage } from "../hosts/file/apart/readers";
import { putNotesAway } from "../text/remembered";
import { DoorProblem } from "../hosts/door";
import { answer, type CheckTask } from "./check-file";
import { openFile, type OpenedFile } from "./opened-file";

saysNothing();

/** Of reports: they take ten times as long as workbooks to read, and are read again beside theirs. */
const reports = lastRead<OpenedFile>();

async function open(path: string, onProgress?: (done: number) => void): Promise<OpenedFile> {
  const read = reports.of(path) ?? (await openFile(path, onProgress));
  if (read.printed) reports.keep(path, read);
  return read;
}

parentPort?.on("message", (task: CheckTask) => {
  const say = (message: ReadMessage): void => parentPort?.postMessage(message);
  const onProgress = (progress: number): void => say({ progress });
  void answer(task, onProgress, open)
    .then(
      (result) => say({ result }),
      (cause: unknown) =>
        say(cause instanceof DoorProblem ? { problem: cause.message, kind: cause.kind } : { problem: String(cause), kind: null }),
    )
    // Between two files nothing of either lives: what the last one left is swept without being looked through.
    .then(() => {
      putNotesAway();
      globalThis.gc?.({ type: "minor" });
    });
});
