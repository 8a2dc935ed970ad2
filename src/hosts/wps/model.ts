/**
 * The part of WPS's object model that this tool uses, as its own declarations (et-jsapi-declare) have it. What comes back is
 * `unknown`: those declarations were drawn from the program's sources and are not whole, one property gives a single value, a
 * row, a column or a matrix, and what cannot be done often gives nothing at all instead of an error.
 */
export interface WpsApplication {
  readonly ActiveWorkbook: WpsWorkbook | null;
  readonly ActiveSheet: WpsSheet | null;
  readonly ActiveCell: WpsRange | null;
  readonly ActiveWindow: WpsWindow | null;
  readonly Workbooks: { Open(path: string): unknown };
  readonly Name: unknown;
  readonly Version: unknown;
  readonly Build: unknown;
  DisplayAlerts: boolean;
  ScreenUpdating: boolean;
  readonly Env: { GetTempPath(): unknown };
  readonly FileSystem: WpsFiles;
  readonly PluginStorage: WpsStorage;
  readonly ApiEvent: WpsEvents;
  CreateTaskPane(address: string, title?: string): WpsTaskPane;
  GetTaskPane(id: number): WpsTaskPane;
  ShowDialog(address: string, title?: string, width?: number, height?: number, modal?: boolean): void;
  /** From WPS 12.1.0.20540. */
  AddCustomFunction(namespace: string, name: string, work: (...given: unknown[]) => unknown, metadata: FunctionMetadata): void;
}

export interface WpsWorkbook {
  readonly Name: unknown;
  readonly FullName: unknown;
  readonly Worksheets: WpsSheets;
  readonly Names: WpsNames;
  readonly ProtectStructure: unknown;
  readonly Saved: unknown;
  Activate(): unknown;
  /** Writes a copy to a file, in the workbook's own format; the workbook stays as it is. */
  SaveCopyAs(path: string): unknown;
}

export interface WpsSheets {
  readonly Count: unknown;
  /** From 1. */
  Item(index: number): unknown;
  Add(before: undefined, after: unknown): unknown;
}

export interface WpsSheet {
  Name: string;
  /** -1 visible, 0 hidden, 2 very hidden. */
  Visible: number;
  readonly Parent: unknown;
  readonly ProtectContents: unknown;
  readonly UsedRange: WpsRange;
  readonly Cells: WpsRange;
  readonly Names: WpsNames;
  readonly Hyperlinks: { Add(anchor: unknown, address: string, place?: string, tip?: string): unknown };
  readonly PageSetup: {
    Orientation: number;
    Zoom: number | boolean;
    FitToPagesWide: number | boolean;
    FitToPagesTall: number | boolean;
    PrintTitleRows: string;
  };
  Range(address: string): WpsRange;
  Activate(): unknown;
  Delete(): unknown;
}

export interface WpsRange {
  readonly Row: unknown;
  readonly Column: unknown;
  readonly Rows: { readonly Count: unknown };
  readonly Columns: { readonly Count: unknown };
  readonly EntireRow: { readonly Hidden: unknown };
  readonly EntireColumn: { readonly Hidden: unknown };
  readonly FormatConditions: WpsFormatConditions;
  readonly Font: WpsFont;
  readonly Interior: { Color: unknown };
  readonly Borders: { LineStyle: unknown; Color: unknown };
  readonly Validation: WpsValidation;
  Value2: unknown;
  Formula: unknown;
  NumberFormat: unknown;
  HorizontalAlignment: unknown;
  VerticalAlignment: unknown;
  WrapText: unknown;
  ColumnWidth: unknown;
  RowHeight: unknown;
  Merge(): unknown;
  ClearContents(): unknown;
  Copy(destination: unknown): unknown;
  Select(): unknown;
}

export interface WpsFont {
  Name: unknown;
  Size: unknown;
  Bold: unknown;
  Italic: unknown;
  Strikethrough: unknown;
  Color: unknown;
}

export interface WpsFormatConditions {
  readonly Count: unknown;
  Item(index: number): unknown;
  Add(type: number, operator: undefined, formula: string): unknown;
}

export interface WpsFormatCondition {
  readonly Type: unknown;
  readonly Formula1: unknown;
  readonly Interior: { Color: unknown };
  readonly Font: Pick<WpsFont, "Bold" | "Italic">;
  SetFirstPriority(): unknown;
  Delete(): unknown;
}

export interface WpsValidation {
  readonly Type: unknown;
  InCellDropdown: boolean;
  ShowError: boolean;
  Add(type: number, alert: number, operator: number, formula: string): unknown;
}

export interface WpsNames {
  readonly Count: unknown;
  Item(index: number): unknown;
  Add(name: string, refersTo: string, visible: boolean): unknown;
}

export interface WpsWindow {
  FreezePanes: boolean;
  SplitRow: number;
  SplitColumn: number;
}

export interface WpsFiles {
  Exists(path: string): unknown;
  Remove(path: string): unknown;
  ReadFileAsArrayBuffer(path: string): unknown;
  readAsBinaryString(path: string): unknown;
  writeAsBinaryString(path: string, data: string): unknown;
}

/** Shared by all pages of an add-in, for as long as WPS runs. */
export interface WpsStorage {
  getItem(key: string): unknown;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
}

export type WpsEvent = "SheetChange" | "WorkbookNewSheet" | "SheetBeforeDelete";

export interface WpsEvents {
  AddApiEventListener(event: WpsEvent, handler: (...given: unknown[]) => void): unknown;
  RemoveApiEventListener(event: WpsEvent, handler: (...given: unknown[]) => void): unknown;
}

export interface WpsTaskPane {
  readonly ID: unknown;
  Visible: boolean;
  DockPosition: number;
}

/** As WPS shows a function while it is typed; a type ends in "?" where it may be left out, "any[][]" is a range. */
export interface FunctionMetadata {
  readonly description: string;
  readonly result: { readonly type: string };
  readonly parameters: { name: string; type: string; description: string }[];
}
