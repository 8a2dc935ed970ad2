/** Runs the engine away from the pane, so that a large workbook never freezes it. */
import type { Answer, Call } from "./messages";
import { createService } from "./service";

const service = createService();

function answer({ id, method, args }: Call): Answer {
  try {
    // The union of methods and their arguments is kept in step by `Call`.
    const run = service[method] as (...given: readonly unknown[]) => unknown;
    return { id, result: run(...args) };
  } catch (cause) {
    return { id, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

self.onmessage = (event: MessageEvent<Call>) => {
  void Promise.resolve(answer(event.data)).then((reply) => self.postMessage(reply));
};
