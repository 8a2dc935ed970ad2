import type { StartThread } from "./budgeted";
import type { ReadMessage, ReadTask } from "./readers";

/** The library for PDFs, loaded in a worker, takes it for its own and says to the page that it is ready. */
interface Greeting {
  readonly action: string;
}

/** A worker of the page's, made by `create` when the first task comes. */
export const webThread =
  <Task>(create: () => Worker): StartThread<Task> =>
  (onAnswer, onFault) => {
    const worker = create();
    worker.onmessage = ({ data }: MessageEvent<ReadMessage | Greeting>) => {
      if (!("action" in data)) onAnswer(data);
    };
    worker.onmessageerror = (cause) => onFault({ memory: true, cause });
    worker.onerror = (event) => {
      event.preventDefault();
      onFault({ memory: /memory|allocation/i.test(event.message), cause: event.message });
    };
    return { post: (task) => worker.postMessage(task), end: () => worker.terminate() };
  };

/** Reads files away from the page. */
export const startWebThread: StartThread<ReadTask> = webThread(() => new Worker(new URL("./web-worker.ts", import.meta.url)));
