/** Checks files away from the command line: reading, checking and judging in one thread. */
import { parentPort } from "node:worker_threads";
import type { ReadMessage } from "../hosts/file/apart/readers";
import { DoorProblem } from "../hosts/door";
import { answer, type CheckTask } from "./check-file";

parentPort?.on("message", (task: CheckTask) => {
  const say = (message: ReadMessage): void => parentPort?.postMessage(message);
  const onProgress = (progress: number): void => say({ progress });
  void answer(task, onProgress)
    .then(
      (result) => say({ result }),
      (cause: unknown) =>
        say(cause instanceof DoorProblem ? { problem: cause.message, kind: cause.kind } : { problem: String(cause), kind: null }),
    )
    // Between two files nothing of either lives: what the last one left is swept without being looked through.
    .then(() => globalThis.gc?.({ type: "minor" }));
});
