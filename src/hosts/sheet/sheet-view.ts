import {
  ICommandService,
  LifecycleService,
  LifecycleStages,
  RedoCommand,
  UndoCommand,
  type IDisposable,
  type IRowData,
} from "@univerjs/core";
import { SheetInterceptorService, SheetsSelectionsService } from "@univerjs/sheets";
import type { CellRef } from "../../amount/cell-ref";
import type { DraftArea } from "../../workbook/draft";
import type { SheetDoor } from "./sheet-door";
import type { Spreadsheet } from "./spreadsheet";

/** What is selected on the sheet in view. */
export interface Selected {
  readonly sheet: string;
  readonly active: { readonly row: number; readonly column: number };
  readonly areas: readonly DraftArea[];
}

/** Rows whose texts are measured when their sheet is first seen. */
const MOST_FITTED = 1000;

/** What the page around the spreadsheet can ask of the open workbook's view. */
export class SheetView {
  private readonly fitted = new Set<string>();

  constructor(
    private readonly door: SheetDoor,
    private readonly spreadsheet: Spreadsheet,
  ) {}

  private run(command: string, params?: object): void {
    void this.spreadsheet.injector.get(ICommandService).executeCommand(command, params);
  }

  undo(): void {
    this.run(UndoCommand.id);
  }

  redo(): void {
    this.run(RedoCommand.id);
  }

  /** The keyboard is the sheet's from now on. */
  focus(): void {
    this.spreadsheet.focus();
  }

  /** Whether the keyboard is the sheet's. */
  get focused(): boolean {
    return this.spreadsheet.isFocused();
  }

  /** 1 is 100 %. */
  get zoom(): number {
    return this.door.activeSheet()?.getZoom() ?? 1;
  }

  setZoom(ratio: number): void {
    this.door.activeSheet()?.zoom(ratio);
  }

  async show(sheet: string): Promise<void> {
    await this.spreadsheet.commit();
    this.door.activate(sheet);
  }

  /** Selects a cell and brings it into view; the keyboard stays where it is. */
  async reveal(cell: CellRef): Promise<void> {
    await this.spreadsheet.commit();
    this.door.activateCell(cell);
  }

  /** Rows of the sheet in view that have no height of their own grow with their wrapped texts; no step for undo. */
  async fitRows(): Promise<void> {
    // What measures the heights is there from the first painting on.
    await this.spreadsheet.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    const sheet = this.door.activeSheet();
    if (!sheet || this.fitted.has(sheet.getSheetId())) return;
    this.fitted.add(sheet.getSheetId());
    const rows = Object.entries(sheet.getSheet().getConfig().rowData as Readonly<Record<string, Partial<IRowData>>>)
      .filter(([, row]) => row.ia === 1)
      .map(([row]) => Number(row))
      .slice(0, MOST_FITTED);
    const columns = sheet.getSheet().getColumnCount();
    const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: columns - 1 }));
    if (ranges.length === 0) return;
    const { redos } = this.spreadsheet.injector
      .get(SheetInterceptorService)
      .generateMutationsOfAutoHeight({ unitId: this.door.unit, subUnitId: sheet.getSheetId(), ranges });
    const commands = this.spreadsheet.injector.get(ICommandService);
    for (const { id, params } of redos) commands.syncExecuteCommand(id, params);
  }

  /** Calls back whenever another cell or area is selected; `onSheet` when another sheet has come into view. */
  onSelected(handler: (selected: Selected) => void, onSheet: () => void): IDisposable {
    const service = this.spreadsheet.injector.get(SheetsSelectionsService);
    let shown = this.door.activeName();
    const tell = (): void => {
      const sheet = this.door.activeName();
      if (sheet === undefined) return;
      const selections = service.getCurrentSelections();
      const last = selections.at(-1);
      // Of merged cells the first is active, wherever they were pressed.
      const active = last?.primary
        ? { row: last.primary.startRow, column: last.primary.startColumn }
        : { row: at(last?.range.startRow), column: at(last?.range.startColumn) };
      handler({
        sheet,
        active,
        areas: selections.map(({ range }) => ({
          top: at(range.startRow),
          left: at(range.startColumn),
          bottom: at(range.endRow),
          right: at(range.endColumn),
        })),
      });
      if (shown !== sheet) onSheet();
      shown = sheet;
    };
    // Undo and the pane bring sheets into view without selecting anything there.
    const subscriptions = [service.selectionChanged$.subscribe(tell), this.door.sheetShown$.subscribe(tell)];
    return { dispose: () => subscriptions.forEach((subscription) => subscription.unsubscribe()) };
  }
}

/** Whole rows and columns have no end of their own. */
const at = (position: number | undefined): number => (position === undefined || Number.isNaN(position) ? 0 : position);
