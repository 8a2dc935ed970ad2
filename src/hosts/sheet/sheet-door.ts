import {
  ErrorService,
  ICommandService,
  IUndoRedoService,
  type ICellData,
  type IDisposable,
  type IMutationInfo,
  type IWorksheetData,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { InsertSheetMutation, RemoveSheetMutation, SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from "@univerjs/sheets";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import type { CellRef } from "../../amount/cell-ref";
import type { SheetDraft } from "../../workbook/draft";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import { cellAt, contentAt } from "../../workbook/held";
import { DoorProblem, type CellEntry, type CellMark, type ReadOptions, type Trial, type WorkbookDoor } from "../door";
import { foreignSheets } from "../own-sheet";
import { draftSheet } from "../file/draft-sheet";
import { withCells } from "../file/edit-sheet";
import { problem } from "../file/problems";
import type { SheetEdits } from "../file/save/edits";
import { readSettings, SETTINGS_SHEET, settingsDraft } from "../file/settings-sheet";
import { Calculations } from "./calculations";
import { differenceOf, formatFinder, type Difference } from "./differences";
import { holdBack, lockOf } from "./guard";
import { isCalculated, Ledger } from "./ledger";
import { draftData, DRAFT_SHEET_STYLES } from "./model/draft-data";
import type { Source } from "./look/look";
import type { CanCalculate } from "./model/sheet-data";
import { digitWidth, pointsOfPixels, widthOfPixels } from "./model/sizes";
import { sheetId, workbookData } from "./model/workbook-data";
import type { OpenedFile } from "./opened";
import { originOf, type Origin } from "./origin";
import { SheetMarks } from "./sheet-marks";
import type { Spreadsheet } from "./spreadsheet";
import { staleFormulas } from "./stale";
import { keptCell, type Unsaved } from "./unsaved";

/** What the page around the spreadsheet is told. */
export interface SheetViewer {
  /** Go to these cells of one sheet (never empty). */
  onSelect?(cells: readonly CellRef[]): void;
  /** Values, sheets or marks may be different now; `settled` where nothing more is to be expected of this change. */
  onContent?(settled: boolean): void;
  /** Something was refused, in words. */
  onRefused?(words: string): void;
}

/** Endings of what can be opened as a workbook. */
const FILE_ENDING = /\.(?:xls|xls[xmb]|xlt[xm]?|ods|fods|et|ett|csv|tsv|txt|xml|mht|mhtml|html?)$/i;

let opened = 0;

/** The workbench's door: a workbook opened from a file into the spreadsheet, saved as a file when the user asks. */
export class SheetDoor implements WorkbookDoor {
  readonly unit = `workbook-${String(++opened)}`;
  private readonly origins = new Map<string, Origin>();
  private readonly ledger = new Ledger();
  private readonly calculations: Calculations;
  private readonly settings: Map<string, unknown>;
  private readonly viewers = new Set<SheetViewer>();
  private readonly handlers = new Set<(sheet: string) => void>();
  private readonly listening: IDisposable[] = [];
  private readonly book: FWorkbook;
  private readonly layer: SheetMarks;
  private readonly find: ReturnType<typeof formatFinder>;
  private readonly plain = new Map<string, { readonly revision: string; readonly sheet: PlainSheet }>();
  private marks: readonly CellMark[];
  private marksChanged = false;
  private settingsRevision = 0;
  private drafts = 0;
  private saved: string;

  constructor(
    private readonly file: OpenedFile,
    private readonly spreadsheet: Spreadsheet,
  ) {
    this.calculations = new Calculations(spreadsheet.injector.get(FormulaCalculationSessionService));
    this.settings = readSettings(file.workbook.sheets.find((sheet) => sheet.name === SETTINGS_SHEET));
    const sheets = file.workbook.sheets.filter((sheet) => sheet.name !== SETTINGS_SHEET);
    const looks = new Map(file.look.sheets.map((look) => [look.name, look]));
    const canCalculate = this.calculator(sheets);
    for (const [position, sheet] of sheets.entries())
      this.origins.set(sheetId(position), originOf(sheet, looks.get(sheet.name), canCalculate));
    this.marks = file.look.sheets.flatMap((look) => look.marks);
    this.find = formatFinder(file.look);
    this.book = spreadsheet.open(workbookData(this.unit, file.name, sheets, file.look, canCalculate));
    this.layer = new SheetMarks(spreadsheet, this.unit, (id) => this.origins.get(id)?.sheet.name);
    this.layer.show(this.marks);
    this.listen();
    this.saved = this.state();
  }

  /** Takes the workbook out of the spreadsheet. */
  close(): void {
    for (const { dispose } of this.listening) dispose();
    this.layer.dispose();
    this.viewers.clear();
    this.spreadsheet.api.disposeUnit(this.unit);
  }

  /** Which formulas can be calculated in a workbook of these sheets; names of sheets have no capitals of their own. */
  private calculator(sheets: readonly { readonly name: string }[]): CanCalculate {
    const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
    return (formula) => this.spreadsheet.canCalculate(formula, (name) => names.has(name.toLowerCase()));
  }

  private listen(): void {
    const commands = this.spreadsheet.injector.get(ICommandService);
    const refused = this.spreadsheet.injector
      .get(ErrorService)
      .error$.subscribe(({ errorKey }) => this.tell((viewer) => viewer.onRefused?.(errorKey)));
    this.listening.push({ dispose: () => refused.unsubscribe() });
    const ours = (params: unknown): boolean => (params as { unitId?: string } | undefined)?.unitId === this.unit;
    this.listening.push(
      commands.beforeCommandExecuted((info, options) => {
        // What a locked formula comes to is no edit.
        if (isCalculated(options)) return;
        // Commands name no unit; there is one workbook at a time.
        holdBack(
          info,
          (sheet, row, column) => lockOf(this.origins.get(sheet), this.file.look, row, column),
          (words) => this.tell((viewer) => viewer.onRefused?.(words)),
        );
      }),
      commands.onCommandExecuted((info, options) => {
        if (!ours(info.params)) return;
        const { sheets, calculated } = this.ledger.note(info, options);
        if (sheets.length === 0) return;
        if (!calculated) this.calculations.entered();
        this.tell((viewer) => viewer.onContent?.(calculated));
        if (!calculated)
          for (const id of new Set(sheets)) for (const handler of this.handlers) handler(this.origins.get(id)?.sheet.name ?? "");
      }),
    );
  }

  /** The sheets that are there now, in order, each with its origin. */
  private present(): { readonly id: string; readonly sheet: Worksheet; readonly origin: Origin }[] {
    return this.book
      .getWorkbook()
      .getSheets()
      .flatMap((sheet) => {
        const id = sheet.getSheetId();
        const origin = this.origins.get(id);
        return origin ? [{ id, sheet, origin }] : [];
      });
  }

  private differences(id: string, sheet: Worksheet, origin: Origin): Difference[] {
    const styles = this.book.getWorkbook().getStyles();
    return this.ledger.touched(id).flatMap(({ row, column }) => {
      const cell = (sheet.getCellRaw(row, column) as ICellData | null | undefined) ?? null;
      const formula = cell?.f ?? (cell?.si ? this.book.getSheetBySheetId(id)?.getRange(row, column).getFormula() : undefined) ?? undefined;
      return (
        differenceOf(origin, this.file.look, this.find, {
          row,
          column,
          cell,
          formula: formula === "" ? undefined : formula,
          style: styles.getStyleByCell(cell) ?? null,
        }) ?? []
      );
    });
  }

  /** Everything that saving would write, as one text: what differs from it is unsaved. */
  private state(): string {
    const sheets = this.present().map(({ id, sheet, origin }) => [
      id,
      this.differences(id, sheet, origin)
        .filter(({ by }) => by === "person")
        .map(({ edit }) => edit),
      this.sizes(id, sheet),
    ]);
    return JSON.stringify([sheets, this.settingsRevision, this.marksChanged ? this.marks : null], (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
  }

  /** Whether something would be lost by closing. */
  get changed(): boolean {
    return this.spreadsheet.isTyping() || this.state() !== this.saved;
  }

  private sizes(id: string, sheet: Worksheet): Pick<SheetEdits, "widths" | "heights"> {
    const digit = digitWidth(this.file.look.formats[0]?.style);
    const widths = this.ledger.columns(id).map((column) => [column, widthOfPixels(sheet.getColumnWidth(column), digit)] as const);
    const heights = this.ledger.rows(id).map((row) => [row, pointsOfPixels(sheet.getRowHeight(row))] as const);
    return { widths: new Map(widths), heights: new Map(heights) };
  }

  /** What is being typed is written. */
  commit(): Promise<void> {
    return this.spreadsheet.commit();
  }

  /** What is being typed is written, and everything is calculated. */
  async settle(): Promise<void> {
    await this.spreadsheet.commit();
    await this.calculations.settled();
  }

  /** The workbook as it stands now, without waiting. */
  get workbook(): PlainWorkbook {
    const present = this.present();
    const stale = staleFormulas(
      present.map(({ id, sheet, origin }) => ({
        origin,
        changed: origin.uncalculated.length > 0 || this.hasUncalculated ? this.differences(id, sheet, origin) : [],
      })),
    );
    const sheets = present.map(({ id, sheet, origin }, position): PlainSheet => {
      const lost = stale[position] ?? [];
      const revision = `${String(this.ledger.revision(id))} ${lost.map(({ row, column }) => `${String(row)},${String(column)}`).join(" ")}`;
      const known = this.plain.get(id);
      if (known?.revision === revision) return known.sheet;
      const now = withCells(
        withCells(
          origin.sheet,
          this.differences(id, sheet, origin).map((difference) => difference.now),
        ),
        lost,
      );
      this.plain.set(id, { revision, sheet: now });
      return now;
    });
    return { name: this.file.name, sheets };
  }

  private get hasUncalculated(): boolean {
    return [...this.origins.values()].some((origin) => origin.uncalculated.length > 0);
  }

  /** Formulas that keep their stored value here, by sheet. */
  get uncalculated(): readonly { readonly sheet: string; readonly row: number; readonly column: number; readonly formula: string }[] {
    return this.present().flatMap(({ origin }) => origin.uncalculated.map((cell) => ({ sheet: origin.sheet.name, ...cell })));
  }

  /** A name for the saved file: the opened one's, with the ending that its content has. */
  get savedName(): string {
    const ending = this.file.look.source.macros ? "xlsm" : "xlsx";
    const { name } = this.file;
    return new RegExp(`\\.${ending}$`, "i").test(name) ? name : `${name.replace(FILE_ENDING, "")}.${ending}`;
  }

  /** What saving does to the file, beside what is changed on purpose. */
  get source(): Source {
    return this.file.look.source;
  }

  get currentMarks(): readonly CellMark[] {
    return this.marks;
  }

  /** Tells the viewer what happens from now on; returns the function that stops it. */
  watch(viewer: SheetViewer): () => void {
    this.viewers.add(viewer);
    return () => void this.viewers.delete(viewer);
  }

  /** The workbook as .xlsx: everything of the original file, the changed cells, this tool's sheets, marks and settings. */
  async saveAs(): Promise<Uint8Array> {
    await this.settle();
    const [{ asPackage }, { saveWorkbook }] = await Promise.all([import("../file/convert"), import("../file/save/save-workbook")]);
    const present = this.present();
    const drafts = present.flatMap(({ origin }) => (origin.draft ? [{ draft: origin.draft, hidden: false }] : []));
    if (this.settingsRevision > 0) drafts.push({ draft: settingsDraft(this.settings), hidden: true });
    const edits = present.flatMap(({ id, sheet, origin }): [string, SheetEdits][] => {
      const differences = this.differences(id, sheet, origin);
      const own = {
        cells: differences.some(({ by }) => by !== "first calculation") ? differences.map(({ edit }) => edit) : [],
        ...this.sizes(id, sheet),
      };
      return own.cells.length + own.widths.size + own.heights.size > 0 ? [[origin.sheet.name, own]] : [];
    });
    const before = new Map(this.file.workbook.sheets.map((sheet) => [sheet.name, sheet]));
    const state = this.state();
    const bytes = await saveWorkbook(await asPackage(this.file.bytes, this.file.name), {
      drafts,
      edits: new Map(edits),
      ...(this.marksChanged && { marks: this.marks }),
      formulaAt: (sheet, row, column) => {
        const held = before.get(sheet);
        return held && cellAt(held, { row, column }).formula;
      },
    });
    this.saved = state;
    return bytes;
  }

  /** What has not been saved, to be kept on this machine. */
  unsaved(): Unsaved {
    const present = this.present();
    return {
      drafts: present.flatMap(({ origin }) => origin.draft ?? []),
      cells: present.flatMap(({ id, sheet, origin }) =>
        this.differences(id, sheet, origin)
          .filter(({ by }) => by === "person")
          .map(({ edit }) => ({ sheet: origin.sheet.name, ...edit })),
      ),
      settings: [...this.settings],
      marks: this.marksChanged ? this.marks : null,
    };
  }

  /** Puts back what was kept: one step for the cells. */
  async restore({ drafts, cells, settings, marks }: Unsaved): Promise<void> {
    if (drafts.length > 0) await this.writeSheets(drafts);
    for (const [key, value] of settings) await this.saveSetting(key, value);
    if (marks) await this.mark(marks);
    this.setCells(cells);
  }

  /** As if a person had typed them: one step. */
  private setCells(cells: Unsaved["cells"]): void {
    const { injector } = this.spreadsheet;
    const undoMutations: IMutationInfo[] = [];
    const redoMutations: IMutationInfo[] = [];
    for (const { id, origin } of this.present()) {
      const cellValue: Record<number, Record<number, ICellData>> = {};
      for (const cell of cells.filter(({ sheet }) => sheet === origin.sheet.name))
        (cellValue[cell.row] ??= {})[cell.column] = keptCell(cell, this.file.look);
      if (Object.keys(cellValue).length === 0) continue;
      const params = { unitId: this.unit, subUnitId: id, cellValue };
      undoMutations.unshift({ id: SetRangeValuesMutation.id, params: SetRangeValuesUndoMutationFactory(injector, params) });
      redoMutations.push({ id: SetRangeValuesMutation.id, params });
      injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
    }
    if (redoMutations.length > 0) injector.get(IUndoRedoService).pushUndoRedo({ unitID: this.unit, undoMutations, redoMutations });
    this.tell((viewer) => viewer.onContent?.(true));
  }

  async put(entries: readonly CellEntry[]): Promise<readonly CellEntry[]> {
    await this.settle();
    const origins = new Map(this.present().map(({ origin }) => [origin.sheet.name, origin]));
    for (const { sheet, row, column } of entries) {
      const origin = origins.get(sheet);
      if (!origin) throw problem.noSuchSheet(sheet);
      const lock = lockOf(origin, this.file.look, row, column);
      if (lock !== null) throw new DoorProblem("protected", lock);
    }
    const { workbook } = this;
    const before = entries.map(({ sheet, row, column }): CellEntry => ({
      sheet,
      row,
      column,
      ...contentAt(workbook, { sheet, row, column }),
    }));
    this.setCells(
      entries.map(({ sheet, row, column, value, formula }) => ({
        sheet,
        row,
        column,
        content: formula === undefined ? { kind: "value", value } : { kind: "formula", formula, value: null },
      })),
    );
    return before;
  }

  async read(options?: ReadOptions): Promise<PlainWorkbook> {
    if (options?.signal?.aborted) throw problem.cancelled();
    await this.settle();
    options?.onProgress?.(1);
    return this.workbook;
  }

  async select(cells: readonly CellRef[]): Promise<void> {
    const name = cells[0]?.sheet;
    if (name === undefined) return;
    const target = this.present().find(({ origin }) => origin.sheet.name === name);
    if (!target) throw problem.noSuchSheet(name);
    await this.spreadsheet.commit();
    const there = cells.filter((cell) => cell.sheet === name);
    const [first] = there;
    if (first) this.activateCell(first);
    this.spreadsheet.focus();
    this.tell((viewer) => viewer.onSelect?.(there));
  }

  selected(): Promise<CellRef | null> {
    const [range, sheet] = [this.book.getActiveRange(), this.activeName()];
    return Promise.resolve(range && sheet !== undefined ? { sheet, row: range.getRow(), column: range.getColumn() } : null);
  }

  /** Says whenever another sheet comes into view. */
  get sheetShown$(): Workbook["activeSheet$"] {
    return this.book.getWorkbook().activeSheet$;
  }

  activeSheet(): FWorksheet | null {
    return this.book.getActiveSheet();
  }

  activeName(): string | undefined {
    return this.origins.get(this.activeSheet()?.getSheetId() ?? "")?.sheet.name;
  }

  /** Brings a sheet into view; one that is hidden stays hidden otherwise. */
  activate(name: string): FWorksheet | null {
    const target = this.present().find(({ origin }) => origin.sheet.name === name);
    const sheet = target && this.book.getSheetBySheetId(target.id);
    if (!target || !sheet) return null;
    if (target.sheet.isSheetHidden()) target.sheet.getConfig().hidden = 0;
    this.book.setActiveSheet(sheet);
    return sheet;
  }

  /** Selects a cell, or the merged cells that it is among, and brings it into view. */
  activateCell({ sheet: name, row, column }: CellRef): void {
    const sheet = this.activate(name);
    const merged = sheet?.getSheet().getMergedCell(row, column);
    (merged ? sheet?.getRange(merged) : sheet?.getRange(row, column))?.activate();
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
    this.marksChanged = true;
    this.layer.show(marks);
    this.tell((viewer) => viewer.onContent?.(true));
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
    this.settingsRevision++;
    return Promise.resolve();
  }

  /** One step for undo, however many sheets. */
  writeSheets(drafts: readonly SheetDraft[]): Promise<void> {
    const foreign = drafts.filter(
      (draft) =>
        !draft.carriesOver && this.present().some(({ origin }) => origin.sheet.name === draft.name && !origin.draft && !origin.look?.own),
    );
    if (foreign.length > 0) return Promise.reject(foreignSheets(foreign.map(({ name }) => name)));
    const commands = this.spreadsheet.injector.get(ICommandService);
    const canCalculate = this.calculator([...this.present().map(({ origin }) => origin.sheet), ...drafts]);
    const undo: IMutationInfo[] = [];
    const redo: IMutationInfo[] = [];
    let end = this.book.getWorkbook().getSheets().length;
    for (const draft of drafts) {
      const known = this.present().find(({ origin }) => origin.sheet.name === draft.name);
      const id = `draft-${String(++this.drafts)}`;
      const index = known ? this.book.getWorkbook().getSheetIndex(known.sheet) : end++;
      this.origins.set(id, originOf(draftSheet(draft, known?.origin.sheet.visibility), undefined, canCalculate, draft));
      const insert = {
        id: InsertSheetMutation.id,
        params: { unitId: this.unit, index, sheet: draftData(id, draft, canCalculate), styles: DRAFT_SHEET_STYLES },
      };
      const remove = { id: RemoveSheetMutation.id, params: { unitId: this.unit, subUnitId: id, subUnitName: draft.name } };
      if (known) {
        const old: IWorksheetData = known.sheet.getConfig();
        redo.push({ id: RemoveSheetMutation.id, params: { unitId: this.unit, subUnitId: known.id, subUnitName: draft.name } });
        undo.unshift({ id: InsertSheetMutation.id, params: { unitId: this.unit, index, sheet: old } });
      }
      redo.push(insert);
      undo.unshift(remove);
      for (const step of known ? redo.slice(-2) : redo.slice(-1)) commands.syncExecuteCommand(step.id, step.params);
    }
    this.spreadsheet.injector.get(IUndoRedoService).pushUndoRedo({ unitID: this.unit, undoMutations: undo, redoMutations: redo });
    this.tell((viewer) => viewer.onContent?.(true));
    return Promise.resolve();
  }

  diagnose(): Promise<readonly Trial[]> {
    return Promise.resolve([
      { what: "打开的工作簿", came: `有，${String(this.present().length)} 张工作表` },
      { what: "照文件里的值显示的公式", came: `${String(this.uncalculated.length)} 个` },
      { what: "认得的标记", came: `${String(this.marks.length)} 个` },
    ]);
  }

  private tell(news: (viewer: SheetViewer) => void): void {
    for (const viewer of this.viewers) news(viewer);
  }
}
