/** Reads files away from the page. */
import { webPdfAssets } from "../web-assets";
import { answerRead, type ReadTask } from "./readers";

self.onmessage = (event: MessageEvent<ReadTask>) => {
  void answerRead(event.data, () => Promise.resolve(webPdfAssets)).then((answer) => self.postMessage(answer));
};
