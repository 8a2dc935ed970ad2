import type { CellRef } from "../../amount/cell-ref";
import type { DraftArea, SheetDraft } from "../../workbook/draft";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { CellMark, ReadOptions, WorkbookDoor } from "../door";
import { draftSheet } from "./draft-sheet";
import { cellAt, typedValue, withCell } from "./edit-sheet";
import { parseWorkbook, type ParsedWorkbook } from "./read-workbook";
import type { CellEdit } from "./save/cells";
import { readSettings, SETTINGS_SHEET, settingsDraft } from "./settings-sheet";
import { problem } from "./problems";

/** What the page that shows the workbook is told. */
export interface FileViewer {
  /** Go to these cells of one sheet (never empty). */
  onSelect?(cells: readonly CellRef[]): void;
  /** Sheets or values are different now: draw anew. */
  onContent?(): void;
  /** The marks are these now. */
  onMarks?(marks: readonly CellMark[]): void;
}

/** The workbench's door: a workbook opened from a file, held in memory, saved as a file when the user asks. */
export class FileDoor implements WorkbookDoor {
  readonly kind = "file";
  private sheets: readonly PlainSheet[];
  private readonly merges: Map<string, readonly DraftArea[]>;
  private readonly settings: Map<string, unknown>;
  private settingsChanged = false;
  private marks: readonly CellMark[] = [];
  private readonly drafts = new Map<string, SheetDraft>();
  private readonly edits = new Map<string, Map<string, CellEdit>>();
  private readonly viewers = new Set<FileViewer>();
  private readonly handlers = new Set<(sheet: string) => void>();
  private unsaved = false;

  private constructor(
    private readonly original: Uint8Array,
    private readonly opened: ParsedWorkbook,
  ) {
    this.settings = readSettings(opened.workbook.sheets.find((sheet) => sheet.name === SETTINGS_SHEET));
    this.sheets = opened.workbook.sheets.filter((sheet) => sheet.name !== SETTINGS_SHEET);
    this.merges = new Map(opened.merges);
  }

  /** Opens a file's bytes. Throws `DoorProblem` as `readWorkbook` does. `parse`: where the reading is done, a worker perhaps. */
  static async open(bytes: Uint8Array, name: string, parse: typeof parseWorkbook = parseWorkbook): Promise<FileDoor> {
    return new FileDoor(bytes, await parse(bytes, name));
  }

  /** The workbook as it stands now, without waiting. */
  get workbook(): PlainWorkbook {
    return { name: this.opened.workbook.name, sheets: this.sheets };
  }

  /** Whether something would be lost by closing. */
  get changed(): boolean {
    return this.unsaved;
  }

  /** A name for the saved file: the opened one's, as .xlsx. */
  get savedName(): string {
    const name = this.opened.workbook.name;
    return /\.xls[xm]$/i.test(name) ? name : `${name.replace(/\.(xls|ods|et|html?)$/i, "")}.xlsx`;
  }

  /** Merged areas of a sheet, for drawing it. */
  mergesOf(sheet: string): readonly DraftArea[] {
    return this.merges.get(sheet) ?? [];
  }

  get currentMarks(): readonly CellMark[] {
    return this.marks;
  }

  /** Tells the viewer what happens from now on; returns the function that stops it. */
  watch(viewer: FileViewer): () => void {
    this.viewers.add(viewer);
    return () => void this.viewers.delete(viewer);
  }

  /** The user typed into a cell of the viewer. Values are taken as Excel takes them; what depends on the cell by formula
   * keeps its old value until Excel opens the saved file. */
  edit(cell: CellRef, text: string): void {
    const sheet = this.sheets.find((candidate) => candidate.name === cell.sheet);
    if (!sheet) throw problem.noSuchSheet(cell.sheet);
    const value: CellValue = typedValue(text, cellAt(sheet, cell).format);
    this.sheets = this.sheets.map((candidate) => (candidate === sheet ? withCell(sheet, cell, value) : candidate));
    const edits = this.edits.get(cell.sheet) ?? new Map<string, CellEdit>();
    this.edits.set(cell.sheet, edits.set(`${String(cell.row)},${String(cell.column)}`, { row: cell.row, column: cell.column, value }));
    this.unsaved = true;
    this.tell((viewer) => viewer.onContent?.());
    for (const handler of this.handlers) handler(cell.sheet);
  }

  /** The workbook as .xlsx: everything of the original file, the edited cells, this tool's sheets and settings. */
  async saveAs(): Promise<Uint8Array> {
    const { asPackage } = await import("./convert");
    const { saveWorkbook } = await import("./save/save-workbook");
    const before = new Map(this.opened.workbook.sheets.map((sheet) => [sheet.name, sheet]));
    const drafts = [...this.drafts.values()].map((draft) => ({ draft, hidden: false }));
    if (this.settingsChanged) drafts.push({ draft: settingsDraft(this.settings), hidden: true });
    const bytes = await saveWorkbook(await asPackage(this.original, this.opened.workbook.name), {
      drafts,
      edits: new Map([...this.edits].map(([sheet, edits]) => [sheet, [...edits.values()]])),
      formulaAt: (sheet, row, column) => {
        const held = before.get(sheet);
        return held && cellAt(held, { row, column }).formula;
      },
    });
    this.unsaved = false;
    return bytes;
  }

  read(options?: ReadOptions): Promise<PlainWorkbook> {
    if (options?.signal?.aborted) return Promise.reject(problem.cancelled());
    options?.onProgress?.(1);
    return Promise.resolve(this.workbook);
  }

  select(cells: readonly CellRef[]): Promise<void> {
    const sheet = cells[0]?.sheet;
    if (sheet === undefined) return Promise.resolve();
    if (!this.sheets.some((candidate) => candidate.name === sheet)) return Promise.reject(problem.noSuchSheet(sheet));
    const there = cells.filter((cell) => cell.sheet === sheet);
    this.tell((viewer) => viewer.onSelect?.(there));
    return Promise.resolve();
  }

  onChanged(handler: (sheet: string) => void): Promise<() => Promise<void>> {
    this.handlers.add(handler);
    return Promise.resolve(() => {
      this.handlers.delete(handler);
      return Promise.resolve();
    });
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    this.marks = marks;
    this.tell((viewer) => viewer.onMarks?.(marks));
    return Promise.resolve();
  }

  clearMarks(): Promise<void> {
    return this.mark([]);
  }

  loadSetting(key: string): Promise<unknown> {
    return Promise.resolve(this.settings.get(key));
  }

  /** `undefined` takes the setting away. */
  saveSetting(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.settings.delete(key);
    else this.settings.set(key, value);
    this.settingsChanged = true;
    this.unsaved = true;
    return Promise.resolve();
  }

  writeSheets(drafts: readonly SheetDraft[]): Promise<void> {
    for (const draft of drafts) {
      const known = this.sheets.find((sheet) => sheet.name === draft.name);
      const written = draftSheet(draft, known?.visibility);
      this.sheets = known ? this.sheets.map((sheet) => (sheet === known ? written : sheet)) : [...this.sheets, written];
      this.drafts.set(draft.name, draft);
      this.merges.set(draft.name, draft.merges);
      this.edits.delete(draft.name);
    }
    if (drafts.length > 0) this.unsaved = true;
    this.tell((viewer) => viewer.onContent?.());
    return Promise.resolve();
  }

  private tell(news: (viewer: FileViewer) => void): void {
    for (const viewer of this.viewers) news(viewer);
  }
}
