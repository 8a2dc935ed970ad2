import type { CellRef } from "../../amount/cell-ref";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import { DoorProblem, type CellEntry, type CellMark, type ReadOptions, type Trial, type WorkbookDoor } from "../door";
import { watchChanges } from "./events";
import { markCells } from "./marks";
import { OwnWriting, type NoteWriting } from "./own-writing";
import { putCells } from "./put";
import { readWorkbook } from "./read";
import { selectCells, selectedCell } from "./select";
import type { Timing, Work } from "./session";
import { TIMING, inExcel } from "./session";
import { tryExcel } from "./trials";
import { loadSetting, saveSetting } from "./settings";
import { dropUnfinished, writeDrafts } from "./write-sheets";

/** Failures after which Excel answers again, and something may have been left unfinished. */
const LEAVES_BEHIND: ReadonlySet<DoorProblem["kind"]> = new Set(["unknown", "unsupported"]);

/** The workbook open in Excel, through Office.js. Every failure is a `DoorProblem` in Chinese. */
class ExcelDoor implements WorkbookDoor {
  /** What changes the workbook goes one at a time: a second click, or a task after one that was given up, waits for the first. */
  private changes: Promise<unknown> = Promise.resolve();

  private readonly own = new OwnWriting();

  constructor(private readonly timing: Timing) {}

  read(options: ReadOptions = {}): Promise<PlainWorkbook> {
    return this.run((context, sync) => readWorkbook(context, sync, options));
  }

  select(cells: readonly CellRef[]): Promise<void> {
    return this.run((context, sync) => selectCells(context, sync, cells));
  }

  selected(): Promise<CellRef | null> {
    return this.run(selectedCell);
  }

  onChanged(handler: (sheet: string) => void): Promise<() => Promise<void>> {
    return watchChanges(this.timing, this.own, handler);
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.change(() => (context, sync) => markCells(context, sync, marks));
  }

  clearMarks(): Promise<void> {
    return this.change((note) => async (context, sync) => {
      await dropUnfinished(context, sync, note);
      await markCells(context, sync, []);
    });
  }

  loadSetting(key: string): Promise<unknown> {
    return this.run((context, sync) => loadSetting(context, sync, key));
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    return this.change(() => (context, sync) => saveSetting(context, sync, key, value));
  }

  put(entries: readonly CellEntry[]): Promise<readonly CellEntry[]> {
    return this.change((note) => putCells(entries, note));
  }

  writeSheets(drafts: readonly SheetDraft[]): Promise<void> {
    return this.change((note) => (context, sync) => writeDrafts(context, sync, drafts, note)).catch(async (cause: unknown) => {
      // Nobody sees what is left unfinished, and the next time takes it away; better at once, where Excel answers.
      if (cause instanceof DoorProblem && LEAVES_BEHIND.has(cause.kind)) await this.dropUnfinished().catch(() => undefined);
      throw cause;
    });
  }

  diagnose(): Promise<readonly Trial[]> {
    return tryExcel(this.timing);
  }

  private dropUnfinished(): Promise<void> {
    return this.change((note) => (context, sync) => dropUnfinished(context, sync, note));
  }

  private change<T>(workOf: (note: NoteWriting) => Work<T>): Promise<T> {
    const mine = this.changes.then(() => this.own.during((note) => this.run(workOf(note))));
    this.changes = mine.catch(() => undefined);
    return mine;
  }

  private run<T>(work: Work<T>): Promise<T> {
    return inExcel(this.timing, work);
  }
}

/** The door to the workbook the add-in runs in; `Office.onReady` must have said Excel. `timing`: how patient it is. */
export function openExcelDoor(timing: Timing = TIMING): WorkbookDoor {
  return new ExcelDoor(timing);
}
