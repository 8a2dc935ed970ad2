/** Reads files away from the page. */
import { answerRead, type ReadTask } from "./readers";

self.onmessage = (event: MessageEvent<ReadTask>) => {
  void answerRead(event.data).then((answer) => self.postMessage(answer));
};
