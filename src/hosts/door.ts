import type { CellRef } from "../amount/cell-ref";
import type { SheetDraft } from "../workbook/draft";
import type { CellValue, PlainWorkbook } from "../workbook/plain";

/**
 * A door to an open workbook. Excel (Office.js), WPS (its object model) and the workbench's spreadsheet implement it; the
 * pane knows no other way in. Every failure is a `DoorProblem` whose message is Chinese and says what to do next.
 */
export interface WorkbookDoor {
  /** The whole workbook as plain data. In Excel at most three round trips whatever the number of sheets. */
  read(options?: ReadOptions): Promise<PlainWorkbook>;

  /** Activates the first cell's sheet and selects those of the cells that lie on it. */
  select(cells: readonly CellRef[]): Promise<void>;

  /** The cell that the user has selected, the first of several; null where none is. */
  selected(): Promise<CellRef | null>;

  /** Calls back (not debounced) after the user's changes; resolves to the function that stops it. */
  onChanged(handler: (sheet: string) => void): Promise<() => Promise<void>>;

  /** Colours cells without touching the user's formats; a later call replaces the marks. */
  mark(marks: readonly CellMark[]): Promise<void>;
  /** Takes all of this tool's marks back, those of earlier sessions too. */
  clearMarks(): Promise<void>;

  /** Small JSON values kept with the workbook (审核说明, choices). undefined where nothing is kept. */
  loadSetting(key: string): Promise<unknown>;
  saveSetting(key: string, value: unknown): Promise<void>;

  /**
   * Types into cells of the user's own sheets, which the user has asked for; formats stay. All of them or none. Resolves to
   * what stood there, to be put back the same way.
   */
  put(entries: readonly CellEntry[]): Promise<readonly CellEntry[]>;

  /** Adds the sheets, or rewrites sheets of those names (which must be this tool's own), leaving all others as they are. */
  writeSheets(drafts: readonly SheetDraft[]): Promise<void>;

  /** What the program behind the door answers to, tried without changing the workbook. Never throws. */
  diagnose(): Promise<readonly Trial[]>;
}

/** One thing that was tried and what came of it, in words that hold nothing of the workbook's. */
export interface Trial {
  readonly what: string;
  readonly came: string;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** 0..1, called while large workbooks are read. */
  readonly onProgress?: (done: number) => void;
}

/** What a cell is to hold: a formula with its "=", or a value. */
export interface CellEntry extends CellRef {
  readonly value: CellValue;
  readonly formula?: string;
}

/** error: wrong, or most likely so · faint: does not agree because of such a cell · warning: doubtful. */
export interface CellMark extends CellRef {
  readonly level: "error" | "warning" | "faint";
}

/** What went wrong, in words an accountant can act on. */
export class DoorProblem extends Error {
  constructor(
    readonly kind:
      | "editing"
      | "protected"
      | "readOnly"
      | "closed"
      | "corrupt"
      | "encrypted"
      | "empty"
      | "unsupported"
      | "cancelled"
      | "unknown",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "DoorProblem";
  }
}
