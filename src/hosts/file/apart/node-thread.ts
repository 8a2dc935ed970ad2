import os from "node:os";
import { Worker } from "node:worker_threads";
import type { StartThread } from "./budgeted";
import type { ReadMessage } from "./readers";

const MEGABYTE = 2 ** 20;
/** Most of what the machine has, so that a file too large is told and the machine stays usable. */
const megabytes = (threads: number): number => Math.min(6000, Math.floor((os.totalmem() / MEGABYTE / threads) * 0.6));

/** What is made and forgotten within one file: larger, and every thread holds more; smaller, and it is swept too often. */
const YOUNG_MEGABYTES = 16;

/** A thread of Node's that runs `program`, one of so many: a built worker that takes such tasks. `settings`: its `workerData`. */
export const startNodeThread =
  <Task>(program: string, threads = 1, settings?: unknown): StartThread<Task> =>
  (onAnswer, onFault) => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes(threads), maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      workerData: settings,
      stdout: true,
      stderr: true,
    });
    // A thread that has nothing to do does not keep the command from ending.
    worker.on("message", (answer: ReadMessage) => {
      if (!("progress" in answer)) worker.unref();
      onAnswer(answer);
    });
    worker.on("error", (cause: NodeJS.ErrnoException) =>
      onFault({ memory: cause.code === "ERR_WORKER_OUT_OF_MEMORY" || cause instanceof RangeError, cause }),
    );
    worker.on("messageerror", (cause) => onFault({ memory: true, cause }));
    return {
      post: (task) => {
        worker.ref();
        worker.postMessage(task);
      },
      end: () => void worker.terminate(),
      used: () => {
        const { user, system } = process.cpuUsage();
        // The processor is counted for all threads together.
        return (user + system) / 1_000_000 / threads;
      },
    };
  };
