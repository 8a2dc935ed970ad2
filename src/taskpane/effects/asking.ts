import type { Question } from "../store/state";
import type { Store } from "../store/store";

/** Asks the user and waits for the answer: the key of one of the answers. */
export interface Asker {
  readonly ask: (question: Question) => Promise<string>;
  readonly answer: (key: string) => void;
}

export function createAsker(store: Store): Asker {
  let waiting: ((key: string) => void) | null = null;
  return {
    ask: (question) =>
      new Promise((resolve) => {
        waiting?.(question.answers.at(-1)?.key ?? "");
        waiting = resolve;
        store.dispatch({ type: "asked", question });
      }),
    answer: (key) => {
      store.dispatch({ type: "asked", question: null });
      waiting?.(key);
      waiting = null;
    },
  };
}
