import type { SheetDoor } from "../../hosts/sheet/sheet-door";
import type { SheetView } from "../../hosts/sheet/sheet-view";
import type { PlainWorkbook } from "../../workbook/plain";
import { createAsker } from "./asking";
import { browserCopies, changesOf, keyOfFile, timeOf, type Copy } from "./copies";
import { download, XLSX } from "./download";
import { cautionsOf } from "./file-cautions";
import { otherTabs } from "./other-tabs";
import { openReportFile } from "./reporting";
import type { Services } from "./services";
import { messageOf, type Tasks, type Watch } from "./task";

/** What the workbench can do with files. */
export interface FileCommands {
  readonly openFile: (file: File) => Promise<boolean>;
  /** `false`: the user kept the workbook that is open. */
  readonly openBytes: (bytes: Uint8Array, name: string) => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
  /** Whether closing would lose something. */
  readonly unsaved: () => boolean;
  /** Writes what is being typed into its cell. */
  readonly commit: () => Promise<void>;
  readonly answer: (key: string) => void;
  /** The open workbook's view; null while none is open. */
  readonly view: () => SheetView | null;
  /** Unsaved work of earlier times that is kept on this machine. */
  readonly keptCopies: () => Promise<readonly Copy[]>;
  readonly restoreCopy: (copy: Copy) => Promise<boolean>;
  readonly dropCopy: (copy: Copy) => Promise<void>;
}

/** Changes are shown and kept once they have stopped for so long; what a calculation gives is shown at once. */
const SHOW_AFTER = 60;
const KEEP_AFTER = 1500;

/** Where the page has no secure origin the browser gives no ids of its own. */
const newId = (): string => `${String(Date.now())}-${Math.random().toString(36).slice(2)}`;

interface Opened {
  readonly door: SheetDoor;
  readonly view: SheetView;
  /** Of this opening, in all tabs. */
  readonly id: string;
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The copy of an earlier time whose work it holds, as long as that is the only one that this machine keeps. */
  earlier: string | null;
}

export function fileCommands(services: Services, tasks: Tasks): FileCommands {
  const { store } = services;
  const asker = createAsker(store);
  const copies = browserCopies();
  const tabs = otherTabs();
  let opened: Opened | null = null;
  /** What the spreadsheet holds: it cannot be without a workbook, so one stays until the next is there. */
  let held: SheetDoor | null = null;
  let showing: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  const keep = async (now: Opened): Promise<void> => {
    const { door, id, key, bytes, name } = now;
    if (opened !== now) return;
    if (!store.state().settings.keepCopy || !door.changed) await dropAll(now);
    else if (await copies.keep({ id, key, name, bytes, unsaved: door.unsaved(), at: services.now().getTime() })) await dropEarlier(now);
  };

  /** Its work is kept under its own name, saved or given up: what it was taken over from is needed no more. */
  const dropEarlier = async (now: Opened): Promise<void> => {
    const { earlier } = now;
    now.earlier = null;
    if (earlier !== null) await copies.drop(earlier);
  };

  const dropAll = async (now: Opened): Promise<void> => {
    await copies.drop(now.id);
    await dropEarlier(now);
  };

  // Switched off, what was kept goes at once; switched on, what is unsaved is kept at once.
  let keeps = store.state().settings.keepCopy;
  store.subscribe(() => {
    if (store.state().settings.keepCopy === keeps) return;
    keeps = !keeps;
    if (opened) void keep(opened);
  });

  /** The next is read, so what was open goes, its copy too: it is saved, or was let go by the user's word. */
  const letGo = (next: Opened | null): void => {
    if (opened) void dropAll(opened);
    opened = next;
  };

  /** What was kept by tabs that are there no more. */
  const abandoned = async (): Promise<readonly Copy[]> => {
    const kept = await copies.all();
    if (kept.length === 0) return [];
    const living = await tabs.living();
    return kept.filter(({ id }) => id !== opened?.id && !living.has(id));
  };

  const follow = (now: Opened): void => {
    const { door, view } = now;
    door.watch({
      onSelect: (cells) => store.dispatch({ type: "selected", cells }),
      onRefused: (words) => store.dispatch({ type: "noticed", notice: words }),
      onContent: (settled) => {
        clearTimeout(showing);
        showing = setTimeout(
          () => {
            if (services.door() === door) store.dispatch({ type: "content", workbook: door.workbook });
          },
          settled ? 0 : SHOW_AFTER,
        );
        clearTimeout(keeping);
        keeping = setTimeout(() => void keep(now), KEEP_AFTER);
      },
    });
    const fit = (): void =>
      void setTimeout(() => {
        if (opened === now) void view.fitRows();
      }, SHOW_AFTER);
    fit();
    view.onSelected(({ sheet, active, areas }) => store.dispatch({ type: "areas", sheet, active: { sheet, ...active }, areas }), fit);
  };

  /** Reads a file into the spreadsheet in place of the one that is open. */
  const openWorkbook = async (bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Opened> => {
    const parts = Promise.all([import("../../hosts/sheet/sheet-door"), import("../../hosts/sheet/sheet-view"), services.spreadsheet()]);
    parts.catch(() => undefined);
    const { workbook, look } = await services.engine.readFile("spreadsheet", bytes, name);
    const [{ SheetDoor: Door }, { SheetView: View }, spreadsheet] = await parts;
    signal?.throwIfAborted();
    const before = held;
    const door = new Door({ bytes, name, workbook, look }, spreadsheet);
    const now: Opened = { door, view: new View(door, spreadsheet), id: newId(), key: keyOfFile(name, bytes), bytes, name, earlier: null };
    held = door;
    letGo(now);
    services.setDoor(door);
    store.dispatch({ type: "opened", name, workbook: door.workbook });
    if (door.currentMarks.length > 0) store.dispatch({ type: "marked", marks: door.currentMarks });
    follow(now);
    before?.close();
    for (const words of cautionsOf(door)) store.dispatch({ type: "cautioned", words });
    tabs.opened(now.key, now.id, () =>
      store.dispatch({ type: "cautioned", words: `“${name}”也在另一个标签页中打开着。两处的修改不会合在一起，请只在一处修改和保存。` }),
    );
    store.dispatch({ type: "noticed", notice: `已打开“${name}”，共 ${sheetCount(door.workbook)} 张工作表。` });
    return now;
  };

  /** The same file opened again after a crash: what was kept of it is offered. */
  const askKept = async (copy: Copy): Promise<string> => {
    const answer = await asker.ask({
      title: `“${copy.name}”上次有没有保存的修改`,
      text: `${timeOf(copy)}在这份文件里改过 ${changesOf(copy)}，没有保存。`,
      answers: [
        { key: "restore", words: "恢复这些修改" },
        { key: "drop", words: "不要了，按文件打开" },
        { key: "stay", words: "取消" },
      ],
    });
    if (answer === "drop") await copies.drop(copy.id);
    return answer;
  };

  const restore = async (now: Opened, copy: Copy): Promise<void> => {
    await now.door.restore(copy.unsaved);
    now.earlier = copy.id;
    await keep(now);
    store.dispatch({ type: "noticed", notice: `已恢复“${copy.name}”上次没有保存的修改，请核对后另存。` });
  };

  /** `false`: the user would rather not. */
  const open = async (bytes: Uint8Array, name: string, watch?: Watch): Promise<boolean> => {
    const { isReportFile } = await import("../../hosts/file/report-file");
    if (isReportFile(bytes, name)) {
      await openReportFile(services, asker.ask, bytes, name, watch);
      letGo(null);
      return true;
    }
    const key = keyOfFile(name, bytes);
    // Of the file that is open, the user has just been asked.
    const copy = opened?.key === key ? undefined : (await abandoned()).find((one) => one.key === key);
    const answer = copy ? await askKept(copy) : null;
    if (answer === "stay") return false;
    const now = await openWorkbook(bytes, name, watch?.signal);
    if (copy && answer === "restore") await restore(now, copy);
    return true;
  };

  const unsaved = (): boolean => opened?.door.changed ?? false;

  const saveNow = async (): Promise<void> => {
    const now = opened;
    if (!now) return;
    download(await now.door.saveAs(), now.door.savedName, XLSX);
    // What was typed while the file was written is not in it.
    await keep(now);
    store.dispatch({ type: "noticed", notice: `已另存为“${now.door.savedName}”，请在浏览器的下载文件夹中查看。` });
  };

  /** Whether the open workbook may go: it is saved, or the user says so. */
  const mayLeave = async (): Promise<boolean> => {
    await opened?.door.settle();
    if (!opened || !unsaved()) return true;
    const answer = await asker.ask({
      title: `“${opened.name}”有没有保存的修改`,
      text: "打开别的工作簿以前，要先保存这些修改吗？",
      answers: [
        { key: "save", words: "先保存" },
        { key: "leave", words: "不保存，继续打开" },
        { key: "stay", words: "取消" },
      ],
    });
    if (answer === "save") await saveNow();
    return answer !== "stay";
  };

  /** Opens what `work` gives where the user lets the open workbook go. */
  const replace = async (doing: string, work: (watch: Watch) => Promise<boolean>): Promise<boolean> => {
    let left = false;
    // Chosen while the last one is still being saved: it is opened as soon as that is done.
    const done = await tasks.runNext(doing, async (watch) => {
      left = (await mayLeave()) && (await work(watch));
    });
    return done && left;
  };

  return {
    openFile: (file) => replace("打开文件", async (watch) => open(new Uint8Array(await file.arrayBuffer()), file.name, watch)),
    openBytes: async (bytes, name) => (await mayLeave()) && open(bytes, name),
    saveAs: () => tasks.run("另存", saveNow),
    unsaved,
    commit: async () => {
      try {
        await opened?.door.commit();
      } catch (cause) {
        store.dispatch({ type: "failed", problem: { doing: "写入单元格", message: messageOf(cause) } });
      }
    },
    answer: asker.answer,
    view: () => opened?.view ?? null,
    keptCopies: abandoned,
    restoreCopy: (copy) =>
      replace("恢复修改", async ({ signal }) => {
        await restore(await openWorkbook(copy.bytes, copy.name, signal), copy);
        return true;
      }),
    dropCopy: (copy) => copies.drop(copy.id),
  };
}

const sheetCount = (workbook: PlainWorkbook): number => workbook.sheets.filter((sheet) => sheet.visibility === "visible").length;
