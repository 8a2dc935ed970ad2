import type { CellRef } from "../../amount/cell-ref";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import type { CellMark, ReadOptions, WorkbookDoor } from "../door";
import { watchChanges } from "./events";
import { markCells } from "./marks";
import { readWorkbook } from "./read";
import { selectCells } from "./select";
import type { Pauses } from "./session";
import { PAUSES, inExcel } from "./session";
import { loadSetting, saveSetting } from "./settings";
import { writeDrafts } from "./write-sheets";

/** The workbook open in Excel, through Office.js. Every failure is a `DoorProblem` in Chinese. */
class ExcelDoor implements WorkbookDoor {
  readonly kind = "excel";

  constructor(private readonly pauses: Pauses) {}

  read(options: ReadOptions = {}): Promise<PlainWorkbook> {
    return this.run((context) => readWorkbook(context, options));
  }

  select(cells: readonly CellRef[]): Promise<void> {
    return this.run((context) => selectCells(context, cells));
  }

  onChanged(handler: (sheet: string) => void): Promise<() => Promise<void>> {
    return watchChanges(this.pauses, handler);
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.run((context) => markCells(context, marks));
  }

  clearMarks(): Promise<void> {
    return this.mark([]);
  }

  loadSetting(key: string): Promise<unknown> {
    return this.run((context) => loadSetting(context, key));
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    return this.run((context) => saveSetting(context, key, value));
  }

  writeSheets(drafts: readonly SheetDraft[]): Promise<void> {
    return this.run((context) => writeDrafts(context, drafts));
  }

  private run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return inExcel(this.pauses, work);
  }
}

/** The door to the workbook the add-in runs in; `Office.onReady` must have said Excel. `pauses`: see `inExcel`. */
export function openExcelDoor(pauses: Pauses = PAUSES): WorkbookDoor {
  return new ExcelDoor(pauses);
}
