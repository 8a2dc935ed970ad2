import type { DoorProblem } from "../../../src/hosts/door";
import type { Timing } from "../../../src/hosts/excel/session";

/** No waiting between attempts: what counts in tests is how often, not how long. */
export const AT_ONCE: Timing = { pauses: [0, 0, 0], answerWithin: 5000 };

/** The problem a door's promise ends with; fails when it succeeds. */
export async function problemOf(promise: Promise<unknown>): Promise<Pick<DoorProblem, "kind" | "message">> {
  try {
    await promise;
  } catch (cause) {
    expect(cause).toMatchObject({ name: "DoorProblem" });
    const { kind, message } = cause as DoorProblem;
    return { kind, message };
  }
  throw new Error("expected a problem");
}

/** Lets what was sent over the bridge arrive. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
