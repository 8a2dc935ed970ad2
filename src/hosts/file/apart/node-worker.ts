/** Reads files away from the command line. */
import { parentPort } from "node:worker_threads";
import { nodePdfAssets } from "../node-assets";
import { nodeUnpacker } from "../node-unpacker";
import { unpackBy } from "../whole/unpacker";
import { saysNothing } from "./quiet";
import { answerRead, type ReadMessage, type ReadTask } from "./readers";

saysNothing();
unpackBy(nodeUnpacker);

parentPort?.on("message", (task: ReadTask) => {
  const say = (message: ReadMessage): void => parentPort?.postMessage(message);
  void answerRead(
    task,
    () => Promise.resolve(nodePdfAssets),
    (progress) => say({ progress }),
  ).then(say);
});
