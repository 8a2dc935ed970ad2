/** Reads files away from the page. */
import { webPdfAssets } from "../web-assets";
import { answerRead, type ReadMessage, type ReadTask } from "./readers";

self.onmessage = (event: MessageEvent<ReadTask>) => {
  const say = (message: ReadMessage): void => self.postMessage(message);
  void answerRead(
    event.data,
    () => Promise.resolve(webPdfAssets),
    (progress) => say({ progress }),
  ).then(say);
};
