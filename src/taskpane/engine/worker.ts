/** Runs the engine away from the pane, so that a large workbook never freezes it. */
import { DoorProblem } from "../../hosts/door";
import { runCall, type Answer, type Call } from "./messages";
import { createService } from "./service";

const service = createService();

async function answer({ id, method, args }: Call): Promise<Answer> {
  try {
    return { id, result: await runCall(service, method, args) };
  } catch (cause) {
    return { id, problem: cause instanceof Error ? cause.message : String(cause), kind: cause instanceof DoorProblem ? cause.kind : null };
  }
}

self.onmessage = (event: MessageEvent<Call>) => {
  void answer(event.data).then((reply) => self.postMessage(reply));
};
