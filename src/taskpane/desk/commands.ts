import type { OfficeRow } from "../../desk/desk";
import type { LetterChoice } from "../../desk/letters";
import { DOCX, download, XLSX } from "../effects/download";
import { messageOf } from "../effects/task";
import type { Pane } from "../pane-context";
import { judging, type Judging } from "./judging";
import type { Against } from "./running";
import { EMPTY, type DeskStore } from "./state";
import type { DeskFormat, NamedFile } from "./task";
import type { DeskThreads } from "./threads";

/** What can be done with many files at once. */
export interface DeskCommands extends Omit<Judging, "resume" | "leave"> {
  /** Checks them all, in the place of the desk before. */
  readonly start: (given: readonly NamedFile[]) => void;
  readonly stop: () => void;
  /** Opens an office in the usual view, and shows there what `rule` found, where one is given. */
  readonly open: (office: OfficeRow, which: "workbook" | "report", rule?: string) => Promise<void>;
  readonly back: () => void;
  /** Gives the desk up. */
  readonly close: () => void;
  readonly save: (format: DeskFormat) => Promise<void>;
  /** Holds every office against its files of the round before, or of last year. */
  readonly against: (given: readonly NamedFile[], against: Against) => Promise<void>;
  /** Holds a department against the sum of its units, by the names of their files. */
  readonly units: (department: string, units: readonly string[]) => Promise<void>;
  /** Saves the letters to these offices. */
  readonly letters: (offices: readonly OfficeRow[], choice: LetterChoice) => Promise<void>;
}

export function deskCommands(desk: DeskStore, pane: Pick<Pane, "store" | "commands">): DeskCommands {
  const { store, commands } = pane;
  let threads: DeskThreads | null = null;
  let running: { readonly stop: () => void } | null = null;
  const own = async (): Promise<DeskThreads> => (threads ??= (await import("./threads")).deskThreads());
  const fileOf = async (name: string | undefined): Promise<File | null> => {
    const found = desk.state().given?.find((one) => one.name === name);
    return found ? (await import("./sorting")).fileOf(found) : null;
  };
  const failed = (doing: string, message: string): void => store.dispatch({ type: "failed", problem: { doing, message } });
  const noticed = (notice: string): void => store.dispatch({ type: "noticed", notice });
  const { resume, leave, ...judge } = judging(desk, pane);
  return {
    ...judge,
    start: (given) => {
      void Promise.all([import("./running"), import("./sorting"), own()]).then(async ([{ runDesk }, { gathered, nothingThere }, ready]) => {
        const found = await gathered(given, ready);
        const { files, decisions } = found;
        if (files.length > 0) {
          running?.stop();
          resume();
          running = runDesk(desk, found, ready);
        } else if (decisions.length === 0 || !desk.state().given) {
          failed("核对很多单位", nothingThere(found));
          return;
        }
        if (decisions.length > 0) void judge.load(decisions);
      });
    },
    stop: () => running?.stop(),
    open: async ({ workbook, report }, which, rule) => {
      const [book, printed] = [await fileOf(workbook?.file), await fileOf(report?.file)];
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
      desk.set({ ...EMPTY, isShown: false, given: null });
      leave();
    },
    save: async (format) => {
      const name = `部门预算公开审核.${format}`;
      try {
        const [{ deskIn }, ready] = await Promise.all([import("./desk-in"), own()]);
        download(await ready.write({ kind: "write", format, desk: deskIn(desk.state()) }), name, format === "xlsx" ? XLSX : "text/html");
        noticed(`已保存“${name}”，请在浏览器的下载文件夹中查看。放在这些文件旁边，里面的链接就能点开。`);
      } catch (cause) {
        failed("保存审核结果", messageOf(cause));
      }
    },
    against: async (given, against) => {
      const [{ AGAINST_WORDS, holdDesk }, { gathered, nothingThere }, ready] = await Promise.all([
        import("./running"),
        import("./sorting"),
        own(),
      ]);
      const found = await gathered(given, ready);
      if (found.files.length === 0) {
        failed(`对照${AGAINST_WORDS[against]}`, nothingThere(found));
        return;
      }
      const holding = holdDesk(desk, found, ready, against);
      running = holding;
      const told = await holding.held;
      if (told !== null) noticed(told);
    },
    units: async (department, units) => {
      const given = desk.state().given ?? [];
      const [head, ...rest] = [department, ...units].map((name) => given.find((one) => one.name === name));
      const ready = await own();
      desk.set({ stage: "holding" });
      const [{ deskUnits }, ...read] = await Promise.all([
        import("../../desk/desk-held"),
        ...[head, ...rest].map((one) => (one ? ready.filed(one) : Promise.resolve(null))),
      ]);
      desk.set({ stage: "done" });
      const [filed, ...others] = read;
      if (!filed) {
        failed("与所属单位核对", "部门的工作簿读不了，没有核对。请重新选择文件夹再试。");
        return;
      }
      const unread = units.filter((_, place) => !others[place]);
      const held = deskUnits(
        filed,
        others.filter((one) => one !== null),
        unread,
      );
      const before = desk.state().held.filter(({ kind, file }) => kind !== "units" || file !== department);
      desk.set({ held: [...before, held] });
      noticed(held.summary);
    },
    letters: async (offices, choice) => {
      try {
        const by = desk.state().reviewer.trim();
        const written = await (await own()).letters({ kind: "letters", offices, request: { choice, by } });
        if (!written) {
          noticed(choice === "accepted" ? "还没有采纳的意见，没有写。" : "没有要反馈的问题，没有写。");
          return;
        }
        download(written.bytes, written.name, written.count === 1 ? DOCX : "application/zip");
        noticed(`已写 ${String(written.count)} 份审核意见，保存为“${written.name}”，请在浏览器的下载文件夹中查看。`);
      } catch (cause) {
        failed("写审核意见", messageOf(cause));
      }
    },
  };
}
