import type { FunctionMetadata, WpsApplication, WpsEvent, WpsFiles, WpsStorage, WpsTaskPane, WpsWindow } from "../../src/hosts/wps/model";
import { address } from "../../src/amount/cell-ref";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { enter } from "../excel/fake-cell";
import type { FakeSheet } from "../excel/fake-sheet";
import { FakeWorkbook } from "../excel/fake-workbook";
import { parseArea } from "../excel/area";
import { asXlsx } from "./as-xlsx";
import { RangeView } from "./range-view";
import { SheetView, WorkbookView } from "./sheet-view";

/** What others wrote down of WPS: each may be so in one edition and not in another. */
export interface Traps {
  /** "silent": SaveCopyAs does nothing and says nothing · "refused": it throws · "locked": the copy cannot be read. */
  readonly copies: "made" | "silent" | "refused" | "locked";
  /** Rows and columns come as flat lists, and a blank range as null; else as matrices. */
  readonly flat: boolean;
  /** Files come as text of one character a byte; there is no buffer. */
  readonly binaryText: boolean;
  /** WPS tells of changes. */
  readonly events: boolean;
}

export const TRAPS: Traps = { copies: "made", flat: true, binaryText: false, events: true };

type Handler = (...given: unknown[]) => void;

/** WPS as this tool meets it: a synchronous object model over a workbook in memory, traps and all. */
export class FakeWps implements WpsApplication {
  readonly workbook: FakeWorkbook;
  readonly view: WorkbookView;
  readonly Name = "WPS 表格";
  readonly Version = "12.1.0.21915";
  readonly Build = 21915;
  DisplayAlerts = true;
  ScreenUpdating = true;
  /** A cell is being edited, or a dialog is open: whatever is asked for is not done, and nothing says so. */
  deaf = false;
  /** Questions to the user that stopped everything. */
  modals = 0;
  readonly files = new Map<string, Uint8Array>();
  readonly stored = new Map<string, string>();
  readonly functions = new Map<string, { readonly work: Handler; readonly metadata: FunctionMetadata }>();
  readonly dialogs: string[] = [];
  readonly panes: { readonly ID: number; readonly address: string; Visible: boolean; DockPosition: number }[] = [];
  readonly opened: Uint8Array[] = [];
  /** How a pane's page is shown. */
  showPage: (address: string) => void = () => undefined;
  private readonly listeners = new Map<WpsEvent, Set<Handler>>();

  constructor(
    workbook: FakeWorkbook | PlainWorkbook,
    readonly traps: Traps = TRAPS,
  ) {
    this.workbook = workbook instanceof FakeWorkbook ? workbook : FakeWorkbook.of(workbook);
    this.view = new WorkbookView(this);
  }

  get ActiveWorkbook(): WorkbookView {
    return this.view;
  }

  get ActiveSheet(): SheetView | null {
    const { active } = this.workbook;
    return active && new SheetView(this, active);
  }

  get ActiveCell(): RangeView | null {
    const { selection } = this.workbook;
    if (!selection) return null;
    const { top, left } = selection.area;
    return new RangeView(this, selection.sheet, [{ top, left, bottom: top, right: left }]);
  }

  get ActiveWindow(): WpsWindow | null {
    const sheet = this.workbook.active;
    if (!sheet) return null;
    return {
      SplitColumn: 0,
      SplitRow: 0,
      get FreezePanes() {
        return sheet.frozenRows > 0;
      },
      set FreezePanes(frozen: boolean) {
        sheet.frozenRows = frozen ? this.SplitRow : 0;
      },
    };
  }

  readonly Workbooks = { Open: (path: string) => this.opened.push(this.files.get(path) ?? new Uint8Array()) > 0 };
  readonly Env = { GetTempPath: () => "C:\\Users\\会计\\AppData\\Local\\Temp" };

  readonly FileSystem: WpsFiles = {
    Exists: (path) => this.files.has(path),
    Remove: (path) => this.files.delete(path),
    ReadFileAsArrayBuffer: (path) => (this.traps.binaryText ? undefined : this.files.get(path)?.slice().buffer),
    readAsBinaryString: (path) => Array.from(this.files.get(path) ?? [], (byte) => String.fromCharCode(byte)).join(""),
    writeAsBinaryString: (path, data) =>
      void this.files.set(
        path,
        Uint8Array.from(data, (character) => character.charCodeAt(0)),
      ),
  };

  /** Values come back as text. */
  readonly PluginStorage: WpsStorage = {
    getItem: (key) => this.stored.get(key) ?? null,
    setItem: (key, value) => void this.stored.set(key, value),
    removeItem: (key) => void this.stored.delete(key),
  };

  readonly ApiEvent = {
    AddApiEventListener: (event: WpsEvent, handler: Handler) => {
      this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(handler));
    },
    RemoveApiEventListener: (event: WpsEvent, handler: Handler) => void this.listeners.get(event)?.delete(handler),
  };

  CreateTaskPane(address: string): WpsTaskPane {
    const pane = { ID: this.panes.length + 1, address, Visible: false, DockPosition: 2 };
    this.panes.push(pane);
    this.showPage(address);
    return pane;
  }

  GetTaskPane(id: number): WpsTaskPane {
    const pane = this.panes.find(({ ID }) => ID === id);
    if (!pane) throw new Error("0x80004005");
    return pane;
  }

  ShowDialog(address: string): void {
    this.dialogs.push(address);
  }

  AddCustomFunction(namespace: string, name: string, work: Handler, metadata: FunctionMetadata): void {
    this.functions.set(`${namespace}.${name}`, { work, metadata });
  }

  /** A copy of the workbook as it stands. */
  saveCopy(path: string): void {
    const { copies } = this.traps;
    if (copies === "refused") throw new Error("0x800A03EC");
    if (copies === "silent" || this.deaf) return;
    this.files.set(path, copies === "locked" ? new TextEncoder().encode("E-SafeNet LOCK") : asXlsx(this.workbook));
  }

  /** Whether a change is done: not on protected sheets, and not while WPS is deaf. */
  takes(sheet: FakeSheet): boolean {
    return !this.deaf && !sheet.protected;
  }

  /** Tells of a change, this tool's own ones too. */
  tell(event: WpsEvent, ...given: unknown[]): void {
    if (this.traps.events) for (const handler of this.listeners.get(event) ?? []) handler(...given);
  }

  /** As a person types it. */
  edit(sheet: string, at: string, value: string | number | null): void {
    const held = this.workbook.sheet(sheet);
    const { top, left } = parseArea(at);
    enter(held.ensure(top, left), value);
    this.tell("SheetChange", new SheetView(this, held), new RangeView(this, held, [parseArea(at)]));
  }

  /** "表1!B6" */
  get selected(): string | null {
    const { selection } = this.workbook;
    return selection && `${selection.sheet.name}!${address({ row: selection.area.top, column: selection.area.left })}`;
  }
}
