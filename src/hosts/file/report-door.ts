import type { CellRef } from "../../amount/cell-ref";
import type { PlainWorkbook } from "../../workbook/plain";
import { DoorProblem, type Trial, type WorkbookDoor } from "../door";

const NOT_HERE = "报告里不能写入工作表。请打开放有公开表的工作簿，再写入。";

/** A finished report, opened to be read: its tables as a workbook. Nothing is changed in it; settings last while it is open. */
export class ReportDoor implements WorkbookDoor {
  private readonly settings = new Map<string, unknown>();

  constructor(
    readonly workbook: PlainWorkbook,
    private readonly onSelect: (cells: readonly CellRef[]) => void,
  ) {}

  read(): Promise<PlainWorkbook> {
    return Promise.resolve(this.workbook);
  }

  select(cells: readonly CellRef[]): Promise<void> {
    const sheet = cells[0]?.sheet;
    this.onSelect(cells.filter((cell) => cell.sheet === sheet));
    return Promise.resolve();
  }

  selected(): Promise<null> {
    return Promise.resolve(null);
  }

  onChanged(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  mark(): Promise<void> {
    return Promise.resolve();
  }

  clearMarks(): Promise<void> {
    return Promise.resolve();
  }

  loadSetting(key: string): Promise<unknown> {
    return Promise.resolve(this.settings.get(key));
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    this.settings.set(key, value);
    return Promise.resolve();
  }

  put(): Promise<never> {
    return Promise.reject(new DoorProblem("readOnly", "报告里的数不能在这里改。请在 Word 里改好，再打开。"));
  }

  writeSheets(): Promise<void> {
    return Promise.reject(new DoorProblem("readOnly", NOT_HERE));
  }

  diagnose(): Promise<readonly Trial[]> {
    return Promise.resolve([{ what: "打开的报告", came: `有，读出 ${String(this.workbook.sheets.length)} 张表` }]);
  }
}
