/** Checks files away from the command line: reading, checking and judging in one thread. */
import { parentPort } from "node:worker_threads";
import type { ReadMessage } from "../hosts/file/apart/readers";
import { checkBeside, checkFile, type CheckTask } from "./check-file";

parentPort?.on("message", (task: CheckTask) => {
  const say = (message: ReadMessage): void => parentPort?.postMessage(message);
  const onProgress = (progress: number): void => say({ progress });
  const work: Promise<unknown> = task.kind === "check" ? checkFile(task, onProgress) : checkBeside(task, onProgress);
  void work.then(
    (result) => say({ result }),
    (cause: unknown) => say({ problem: String(cause), kind: null }),
  );
});
