import type { CellRef } from "../../amount/cell-ref";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import type { CellEntry, CellMark, ReadOptions, Trial, WorkbookDoor } from "../door";
import { markCells } from "./marks";
import type { WpsApplication, WpsWorkbook } from "./model";
import { explain, problem } from "./problems";
import { putCells } from "./put";
import { readWorkbook, type ReadFile, type ReadWay } from "./read";
import { selectCells, selectedCell } from "./select";
import { loadSetting, saveSetting } from "./settings";
import { attempt, text } from "./sheets";
import { tryWps } from "./trials";
import { nowAndThen, watchChanges, type Repeat, type Watching } from "./watch";
import { dropUnfinished, writeDrafts } from "./write-sheets";

const WAYS: Readonly<Record<ReadWay, string>> = { copy: "副本", ranges: "逐张读取" };

/**
 * The workbook that was in view when the pane was opened, through WPS's object model: one call after the other on the page's
 * own thread. WPS often does nothing without saying so, so what was done is looked at afterwards.
 */
class WpsDoor implements WorkbookDoor {
  /** Changes of this tool's own under way: what WPS tells of them, now or right after, is not the user's. */
  private own = 0;
  private way: ReadWay | null = null;
  private readonly watching = new Set<Watching>();

  constructor(
    private readonly app: WpsApplication,
    private readonly workbook: WpsWorkbook | null,
    private readonly readFile: ReadFile,
    private readonly repeat: Repeat,
  ) {}

  async read(options: ReadOptions = {}): Promise<PlainWorkbook> {
    const open = this.open();
    try {
      const { workbook, way } = await readWorkbook(this.app, open, this.readFile, options);
      this.way = way;
      return workbook;
    } catch (cause) {
      throw explain("读取", cause);
    }
  }

  select(cells: readonly CellRef[]): Promise<void> {
    return this.ask("定位", (workbook) => selectCells(this.app, workbook, cells));
  }

  selected(): Promise<CellRef | null> {
    return this.ask("查看所选的单元格", () => selectedCell(this.app));
  }

  onChanged(handler: (sheet: string) => void): Promise<() => Promise<void>> {
    return this.ask("跟随改动", (workbook) => {
      const watching = watchChanges(this.app, workbook, this.repeat, (sheet) => {
        if (this.own === 0) handler(sheet);
      });
      this.watching.add(watching);
      return () => {
        this.watching.delete(watching);
        watching.stop();
        return Promise.resolve();
      };
    });
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.change("标记", (workbook) => markCells(this.app, workbook, marks));
  }

  clearMarks(): Promise<void> {
    return this.change("清除标记", (workbook) => {
      dropUnfinished(this.app, workbook);
      markCells(this.app, workbook, []);
    });
  }

  loadSetting(key: string): Promise<unknown> {
    return this.ask("读取保存的内容", (workbook) => loadSetting(workbook, key));
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    return this.change("保存", (workbook) => saveSetting(this.app, workbook, key, value));
  }

  put(entries: readonly CellEntry[]): Promise<readonly CellEntry[]> {
    return this.change("写入单元格", (workbook) => putCells(this.app, workbook, entries));
  }

  writeSheets(drafts: readonly SheetDraft[]): Promise<void> {
    return this.change("写入工作表", (workbook) => writeDrafts(this.app, workbook, drafts));
  }

  async diagnose(): Promise<readonly Trial[]> {
    const open = attempt(() => this.open());
    const trials = await tryWps(this.app, open, this.readFile);
    return [...trials, { what: "上一次读取用的是", came: this.way ? WAYS[this.way] : "还没有读取过" }];
  }

  /** The workbook; throws where it is there no more. */
  private open(): WpsWorkbook {
    if (!this.workbook || text(attempt(() => this.workbook?.Name)) === "") throw problem.closed();
    return this.workbook;
  }

  private ask<T>(what: string, work: (workbook: WpsWorkbook) => T): Promise<T> {
    try {
      return Promise.resolve(work(this.open()));
    } catch (cause) {
      return Promise.reject(explain(what, cause));
    }
  }

  private change<T>(what: string, work: (workbook: WpsWorkbook) => T): Promise<T> {
    this.own += 1;
    const done = this.ask(what, work);
    for (const { settle } of this.watching) settle();
    // What WPS tells of it may come when the page is free again.
    setTimeout(() => (this.own -= 1), 0);
    return done;
  }
}

/** The door to the workbook in view. `readFile`: how the bytes of a copy are read; `repeat`: how often the sheets are looked at. */
export const openWpsDoor = (app: WpsApplication, readFile: ReadFile, repeat: Repeat = nowAndThen): WorkbookDoor =>
  new WpsDoor(app, app.ActiveWorkbook, readFile, repeat);
