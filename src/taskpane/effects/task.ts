import { DoorProblem } from "../../hosts/door";
import type { Store } from "../store/store";

/** Carries one task at a time, shows that it is under way, and turns what goes wrong into words. */
export interface Tasks {
  /** Runs `work`; resolves to false when it failed, was cancelled, or another task is under way. */
  run(doing: string, work: (watch: Watch) => Promise<void>): Promise<boolean>;
  cancel(): void;
  /** The same as soon as nothing else is under way: for what the user has chosen already and must not be forgotten. */
  runNext(doing: string, work: (watch: Watch) => Promise<void>): Promise<boolean>;
  /** Notes what was done without being a task. */
  readonly note: (doing: string, came: string) => void;
  /** The last things done, the oldest first. */
  readonly journal: readonly Done[];
}

export interface Watch {
  readonly signal: AbortSignal;
  /** Says what is being done now; `done` is 0..1 where it can be told. Throws once the task was given up. */
  readonly stage: (label: string, done?: number | null) => void;
}

/** What was done since the pane was opened, and what came of it: for 诊断, so without a word of the workbook's. */
export interface Done {
  readonly doing: string;
  readonly came: string;
}

const MOST_KEPT = 30;

const KINDS: Readonly<Record<DoorProblem["kind"], string>> = {
  editing: "在编辑或没有回应",
  protected: "有保护",
  readOnly: "只读",
  closed: "工作簿已关闭",
  corrupt: "文件损坏",
  encrypted: "有密码",
  empty: "没有要找的内容",
  unsupported: "不支持",
  cancelled: "取消",
  unknown: "其他原因",
};

/** Why something was not done, by its kind only: messages name sheets and files. */
export const kindOf = (cause: unknown): string => (cause instanceof DoorProblem ? KINDS[cause.kind] : "本工具出错");

export function createTasks(store: Store, onCancel: () => void): Tasks {
  const journal: Done[] = [];
  const note = (doing: string, came: string): void => {
    journal.push({ doing, came });
    journal.splice(0, journal.length - MOST_KEPT);
  };
  let current: AbortController | null = null;
  const waiting: (() => void)[] = [];
  const tasks: Tasks = {
    note,
    journal,
    runNext: async (doing, work) => {
      while (current) await new Promise<void>((go) => waiting.push(go));
      return tasks.run(doing, work);
    },
    run: async (doing, work) => {
      if (current) return false;
      const controller = new AbortController();
      current = controller;
      const stage: Watch["stage"] = (label, done = null) => {
        controller.signal.throwIfAborted();
        store.dispatch({ type: "working", work: { label, done, cancellable: true } });
      };
      stage(`正在${doing}…`);
      try {
        // What Excel does not answer is not waited for once it was given up.
        await Promise.race([work({ signal: controller.signal, stage }), givenUp(controller.signal)]);
        controller.signal.throwIfAborted();
        store.dispatch({ type: "rested" });
        note(doing, "完成");
        return true;
      } catch (cause) {
        if (controller.signal.aborted || isCancelled(cause)) {
          store.dispatch({ type: "rested" });
          store.dispatch({ type: "noticed", notice: `已取消${doing}。` });
          note(doing, KINDS.cancelled);
        } else {
          store.dispatch({ type: "failed", problem: { doing, message: messageOf(cause) } });
          note(doing, `没有完成：${kindOf(cause)}`);
        }
        return false;
      } finally {
        current = null;
        for (const go of waiting.splice(0)) go();
      }
    },
    cancel: () => {
      if (!current) return;
      current.abort();
      onCancel();
    },
  };
  return tasks;
}

const givenUp = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(new DoorProblem("cancelled", "已取消。")), { once: true }));

const isCancelled = (cause: unknown): boolean => cause instanceof DoorProblem && cause.kind === "cancelled";

/** Doors and the engine speak Chinese; anything else is a fault of this tool and is said so. Its own words go to the console. */
export function messageOf(cause: unknown): string {
  if (cause instanceof DoorProblem) return cause.message;
  console.error(cause);
  return "本工具没有做完这一步，工作簿没有因此改动。请保存工作簿，重新打开本窗格再试；仍不行，请把工作簿交给管理员。";
}
