import type { StartThread } from "./budgeted";
import type { ReadTask } from "./readers";

/** Reads files on the page's own thread, where it may start no worker: what is given up there is only not waited for. */
export const startInline: StartThread<ReadTask> = (onAnswer) => {
  let ended = false;
  const read = async (task: ReadTask): Promise<void> => {
    const [{ answerRead }, { webPdfAssets }] = await Promise.all([import("./readers"), import("../web-assets")]);
    const answer = await answerRead(
      task,
      () => Promise.resolve(webPdfAssets),
      (progress) => !ended && onAnswer({ progress }),
    );
    if (!ended) onAnswer(answer);
  };
  return { post: (task) => void read(task), end: () => (ended = true) };
};
