import { settleNotes, withNote } from "../../checks/notes";
import type { Finding } from "../../checks/report";
import { DoorProblem, type CellMark, type WorkbookDoor } from "../../hosts/door";
import type { Choices } from "../../workbook/recognised";
import type { PlainWorkbook } from "../../workbook/plain";
import { levelOf } from "../store/filter";
import { headline } from "../store/headline";
import { ladder, nextRung } from "../store/ladder";
import { CHOICES_KEY, loadKept, NOTES_KEY } from "./kept";
import type { Services } from "./services";
import type { Tasks, Watch } from "./task";
import { VERSION } from "../version";

export interface CheckCommands {
  readonly check: () => Promise<boolean>;
  /** Settles what a sheet or the template is; kept with the workbook; checks again. */
  readonly choose: (choices: Choices) => Promise<void>;
  readonly writeNote: (finding: Finding, text: string) => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly clearMarks: () => Promise<void>;
  readonly writeFindingsSheet: () => Promise<void>;
}

/** What stands for the workbook where none is open. */
export const NO_WORKBOOK: PlainWorkbook = { name: "", sheets: [] };

export const openDoor = ({ door }: Services): WorkbookDoor => {
  const open = door();
  if (!open) throw new DoorProblem("closed", "还没有打开工作簿。请先打开或拖入一份预算公开表。");
  return open;
};

/** Reads the workbook through the door, with progress. */
export async function readBook(services: Services, watch: Watch): Promise<PlainWorkbook> {
  const door = openDoor(services);
  await loadKept(door, services.store);
  return door.read({ signal: watch.signal, onProgress: (done) => watch.stage("正在读取工作簿…", done) });
}

export function checkCommands(services: Services, tasks: Tasks): CheckCommands {
  const { store, engine } = services;
  const check = (): Promise<boolean> =>
    tasks.run("校验", async (watch) => {
      const workbook = await readBook(services, watch);
      watch.stage("正在校验…");
      const analysis = await engine.ask(workbook, "analyse", store.state().choices);
      store.dispatch({ type: "checked", analysis, workbook, at: services.now().getTime() });
      const { title, next } = headline(
        analysis.overview,
        analysis.report,
        settleNotes(store.state().notes, analysis.report.findings),
        nextRung(ladder(store.state())),
      );
      store.dispatch({ type: "noticed", notice: `校验完成：${title}。${next}` });
    });
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
      const marks = marksOf(report.findings);
      const marked = await tasks.run("标记", async () => openDoor(services).mark(marks));
      if (!marked) return;
      store.dispatch({ type: "marked", marks });
      store.dispatch({ type: "noticed", notice: `已在表上标记 ${marks.length} 个单元格，不改动原有格式。` });
    },
    clearMarks: async () => {
      if (!(await tasks.run("清除标记", async () => openDoor(services).clearMarks()))) return;
      store.dispatch({ type: "marked", marks: [] });
      store.dispatch({ type: "noticed", notice: "已清除本工具的全部标记。" });
    },
    writeFindingsSheet: async () => {
      const { analysis, notes, bookName } = store.state();
      if (!analysis) return;
      const written = await tasks.run("写入审核结果", async () => {
        const { findingsSheet } = await import("../../render/findings-sheet");
        const draft = findingsSheet(analysis.report, settleNotes(notes, analysis.report.findings), {
          name: bookName ?? "",
          organisation: analysis.overview.organisation,
          year: analysis.overview.year,
          checkedAt: new Date(analysis.at),
          version: VERSION,
        });
        await openDoor(services).writeSheets([draft]);
      });
      if (written) store.dispatch({ type: "noticed", notice: "已写入工作表“审核结果”，点表中的单元格即可定位。" });
    },
  };
}

/** One mark a cell, the worst level wins; 尾差 and 未执行 are not marked. */
function marksOf(findings: readonly Finding[]): readonly CellMark[] {
  const order = ["info", "warning", "error"] as const;
  const marks = new Map<string, CellMark>();
  for (const finding of findings) {
    const level = levelOf(finding);
    if (level === "rounding" || level === "notRun") continue;
    for (const { sheet, row, column } of finding.cells) {
      const key = `${row} ${column} ${sheet}`;
      const known = marks.get(key);
      if (!known || order.indexOf(known.level) < order.indexOf(level)) marks.set(key, { sheet, row, column, level });
    }
  }
  return [...marks.values()];
}
