import type { OfficeRow } from "../../desk/desk";
import { download, XLSX } from "../effects/download";
import { messageOf } from "../effects/task";
import type { Pane } from "../pane-context";
import type { Gathered } from "./gather";
import type { DeskStore } from "./state";
import type { DeskFormat } from "./task";
import type { DeskThreads } from "./threads";

/** What can be done with many files at once. */
export interface DeskCommands {
  /** Checks them all, in the place of the desk before. */
  readonly start: (gathered: Gathered) => void;
  readonly stop: () => void;
  /** Opens an office in the usual view, and shows there what `rule` found, where one is given. */
  readonly open: (office: OfficeRow, which: "workbook" | "report", rule?: string) => Promise<void>;
  readonly back: () => void;
  /** Gives the desk up. */
  readonly close: () => void;
  readonly save: (format: DeskFormat) => Promise<void>;
}

const NOTHING_THERE = "这里没有可以校验的文件。请选放有公开表（.xlsx、.xls、.et、.ods）或报告（.docx、.pdf）的文件夹。";

export function deskCommands(desk: DeskStore, { store, commands }: Pick<Pane, "store" | "commands">): DeskCommands {
  let threads: DeskThreads | null = null;
  let running: { readonly stop: () => void } | null = null;
  const own = async (): Promise<DeskThreads> => (threads ??= (await import("./threads")).deskThreads());
  const fileOf = (name: string | undefined): File | null => desk.state().given?.find((one) => one.name === name)?.file ?? null;
  return {
    start: (gathered) => {
      if (gathered.files.length === 0) {
        store.dispatch({ type: "failed", problem: { doing: "核对很多单位", message: NOTHING_THERE } });
        return;
      }
      running?.stop();
      void Promise.all([import("./running"), own()]).then(([{ runDesk }, ready]) => {
        running = runDesk(desk, gathered, ready);
      });
    },
    stop: () => running?.stop(),
    open: async ({ workbook, report }, which, rule) => {
      const [book, printed] = [fileOf(workbook?.file), fileOf(report?.file)];
      if (which === "workbook" && !book) return;
      // A report is held against the workbook that is open.
      if (book && !(await commands.openFile(book))) return;
      if (which === "report" && printed && !(await commands.openFile(printed))) return;
      desk.set({ isShown: false, last: (workbook ?? report)?.file ?? null });
      store.dispatch({ type: "went", place: "check" });
      await commands.check();
      if (rule !== undefined && !store.state().report) store.dispatch({ type: "filtered", filter: { levels: [], search: rule } });
    },
    back: () => desk.set({ isShown: true }),
    close: () => {
      running?.stop();
      running = null;
      desk.set({ isShown: false, given: null, files: [], proofs: [], last: null });
    },
    save: async (format) => {
      const name = `部门预算公开审核.${format}`;
      try {
        const [{ deskIn }, ready] = await Promise.all([import("./desk-in"), own()]);
        download(await ready.write({ kind: "write", format, desk: deskIn(desk.state()) }), name, format === "xlsx" ? XLSX : "text/html");
        store.dispatch({
          type: "noticed",
          notice: `已保存“${name}”，请在浏览器的下载文件夹中查看。放在这些文件旁边，里面的链接就能点开。`,
        });
      } catch (cause) {
        store.dispatch({ type: "failed", problem: { doing: "保存审核结果", message: messageOf(cause) } });
      }
    },
  };
}
