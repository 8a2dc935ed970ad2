import { withNote } from "../../checks/notes";
import type { Finding } from "../../checks/report";
import { DoorProblem, type CellMark, type WorkbookDoor } from "../../hosts/door";
import type { Choices } from "../../workbook/recognised";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import { headlineOf } from "../store/headline";
import type { State } from "../store/state";
import { download } from "./download";
import { marksOf } from "./marking";
import { CHOICES_KEY, loadKept, MARKED_KEY, NOTES_KEY } from "./kept";
import type { Services } from "./services";
import type { Tasks, Watch } from "./task";
import { withTyped } from "./typed-notes";

export interface CheckCommands {
  readonly check: () => Promise<boolean>;
  /** Settles what a sheet or the template is; kept with the workbook; checks again. */
  readonly choose: (choices: Choices) => Promise<void>;
  readonly writeNote: (finding: Finding, text: string) => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly clearMarks: () => Promise<void>;
  readonly writeFindingsSheet: () => Promise<void>;
  /** The same as one page that opens without this tool. */
  readonly saveFindingsPage: () => Promise<void>;
}

/** What stands for the workbook where none is open. */
export const NO_WORKBOOK: PlainWorkbook = { name: "", sheets: [] };

export const openDoor = ({ door }: Services): WorkbookDoor => {
  const open = door();
  if (!open) throw new DoorProblem("closed", "还没有打开工作簿。请先打开或拖入一份预算公开表。");
  return open;
};

/** What writes the sheet of findings is fetched when it is asked for. */
const drafted = async (state: State, workbook = state.workbook): Promise<SheetDraft | null> =>
  (await import("./findings-draft")).findingsDraft(state, workbook);

/** Reads the workbook through the door, with progress. */
export async function readBook(services: Services, watch: Watch): Promise<PlainWorkbook> {
  const door = openDoor(services);
  await loadKept(door, services.store);
  return door.read({ signal: watch.signal, onProgress: (done) => watch.stage("正在读取工作簿…", done) });
}

export function checkCommands(services: Services, tasks: Tasks): CheckCommands {
  const { store, engine } = services;
  const putMarks = (marks: readonly CellMark[]): Promise<boolean> =>
    tasks.run(marks.length > 0 ? "标记" : "清除标记", async () => {
      const door = openDoor(services);
      await (marks.length > 0 ? door.mark(marks) : door.clearMarks());
      store.dispatch({ type: "marked", marks });
      await door.saveSetting(MARKED_KEY, marks.length > 0 ? true : undefined);
    });
  /** Marks that stand on the sheets, of an earlier session too, follow what was found now. */
  const follow = async (): Promise<void> => {
    const { analysis, marked } = store.state();
    if (analysis && marked) await putMarks(marksOf(analysis.report));
  };
  const check = async (): Promise<boolean> => {
    const done = await tasks.run("校验", async (watch) => {
      const workbook = await readBook(services, watch);
      watch.stage("正在校验…");
      const analysis = await engine.ask(workbook, "analyse", store.state().choices);
      store.dispatch({ type: "checked", analysis, workbook, at: services.now().getTime() });
      const said = headlineOf(store.state());
      if (said) store.dispatch({ type: "noticed", notice: `校验完成：${said.title}。${said.next}` });
    });
    if (done) await follow();
    return done;
  };
  return {
    check,
    choose: async (choices) => {
      store.dispatch({ type: "choices", choices });
      const kept = await tasks.run("保存选择", async () => openDoor(services).saveSetting(CHOICES_KEY, choices));
      if (kept) await check();
    },
    writeNote: async (finding, text) => {
      const notes = withNote(store.state().notes, finding, text, services.now().toISOString());
      store.dispatch({ type: "notes", notes });
      await tasks.run("保存审核说明", async () => openDoor(services).saveSetting(NOTES_KEY, notes));
    },
    mark: async () => {
      const report = store.state().analysis?.report;
      if (!report) return;
      const marks = marksOf(report);
      if (!(await putMarks(marks))) return;
      const strong = marks.filter(({ level }) => level === "error").length;
      const notice =
        marks.length === 0
          ? "没有要标记的单元格。"
          : `已在表上标记 ${marks.length} 个单元格${strong > 0 ? `，深色的 ${strong} 个先看` : ""}；不改动原有格式，改好后重新校验，标记跟着消失。`;
      store.dispatch({ type: "noticed", notice });
    },
    clearMarks: async () => {
      if (!(await putMarks([]))) return;
      store.dispatch({ type: "noticed", notice: "已清除本工具的全部标记。" });
    },
    writeFindingsSheet: async () => {
      const { analysis } = store.state();
      if (!analysis) return;
      const written = await tasks.run("写入审核结果", async () => {
        const door = openDoor(services);
        const workbook = await door.read();
        const notes = withTyped(store.state().notes, workbook, analysis.report.findings, services.now().toISOString());
        if (notes !== store.state().notes) {
          store.dispatch({ type: "notes", notes });
          await door.saveSetting(NOTES_KEY, notes);
        }
        const draft = await drafted(store.state(), workbook);
        if (draft) await door.writeSheets([draft]);
      });
      if (written) store.dispatch({ type: "noticed", notice: "已写入工作表“审核结果”。表中“单元格”一列可以转到那一格。" });
    },
    saveFindingsPage: async () => {
      const draft = await drafted(store.state());
      if (!draft) return;
      await tasks.run("另存审核结果", async () => {
        const { sheetsHtml } = await import("../../render/sheets-html");
        const name = `${(store.state().bookName ?? "").replace(/\.[^.]+$/, "")} 审核结果`.trim();
        download(new TextEncoder().encode(sheetsHtml(name, [draft])), `${name}.html`, "text/html");
        store.dispatch({ type: "noticed", notice: `已另存为网页“${name}.html”，用浏览器打开，可以打印。` });
      });
    },
  };
}
