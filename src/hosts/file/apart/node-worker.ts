/** Reads files away from the command line. */
import { parentPort } from "node:worker_threads";
import { nodePdfAssets } from "../node-assets";
import { answerRead, type ReadTask } from "./readers";

parentPort?.on("message", (task: ReadTask) => {
  void answerRead(task, () => Promise.resolve(nodePdfAssets)).then((answer) => parentPort?.postMessage(answer));
});
