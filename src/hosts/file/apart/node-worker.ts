/** Reads files away from the command line. */
import { parentPort } from "node:worker_threads";
import { answerRead, type ReadTask } from "./readers";

parentPort?.on("message", (task: ReadTask) => {
  void answerRead(task).then((answer) => parentPort?.postMessage(answer));
});
