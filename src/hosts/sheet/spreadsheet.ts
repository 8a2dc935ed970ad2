import {
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ILocales,
  type Injector,
  type IWorkbookData,
  type PluginCtor,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { IFunctionService, UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import "@univerjs/engine-formula/facade";
import { UniverRPCMainThreadPlugin } from "@univerjs/rpc";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import "@univerjs/sheets/facade";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import "@univerjs/sheets-formula/facade";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/sheets-numfmt/facade";
import { functionsOf, leansElsewhere, sheetsOf } from "./model/formulas";
import { EndlessUndo } from "./undo";

/** A function that formulas may name; ranges come as rows of values. It may throw what `errorCode` understands. */
export type SheetFunction = (...values: unknown[]) => unknown;

/** The spreadsheet itself, one a page; workbooks come and go in it. */
export interface Spreadsheet {
  readonly api: FUniver;
  readonly injector: Injector;
  /** Whether a formula can be calculated here: in a workbook with such sheets, by functions that are known. */
  readonly canCalculate: (formula: string, hasSheet: (name: string) => boolean) => boolean;
  /** Brings a workbook in; it is the one that keys act on. */
  readonly open: (data: IWorkbookData) => FWorkbook;
  /** Writes what is being typed into its cell. */
  readonly commit: () => Promise<void>;
  /** Whether something is being typed that no cell holds yet. */
  readonly isTyping: () => boolean;
  /** Gives the sheet the keyboard. */
  readonly focus: () => void;
  readonly isFocused: () => boolean;
  readonly dispose: () => void;
}

type PluginEntry = readonly [PluginCtor] | readonly [PluginCtor, unknown];

/** What stands on the page around the engine: nothing in tests, canvas and editor in the workbench. */
export interface Face {
  /** Where formulas are calculated; null: on the page's own thread, which then waits. */
  readonly calculator: Worker | null;
  readonly before: readonly PluginEntry[];
  readonly after: readonly PluginEntry[];
  readonly locales: ILocales;
  readonly commit: (api: FUniver) => Promise<void>;
  readonly isTyping: (api: FUniver) => boolean;
  readonly focus: (injector: Injector) => void;
  readonly isFocused: (injector: Injector) => boolean;
  /** Before a workbook comes. */
  readonly prepare: (injector: Injector) => void;
}

const FACELESS: Face = {
  calculator: null,
  before: [],
  after: [],
  locales: {},
  commit: () => Promise.resolve(),
  isTyping: () => false,
  focus: () => undefined,
  isFocused: () => false,
  prepare: () => undefined,
};

/** The unit that is there before any workbook; the library starts its services with it. */
const BLANK = "blank";

/** Starts the spreadsheet with this product's own functions. */
export function startSpreadsheet(functions: ReadonlyMap<string, SheetFunction>, face: Face = FACELESS): Spreadsheet {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: face.locales,
    logLevel: LogLevel.ERROR,
    override: [[IUndoRedoService, { useClass: EndlessUndo }]],
  });
  const elsewhere = face.calculator !== null;
  const own: readonly PluginEntry[] = [
    // First: what comes later asks it which changes the calculator is to follow.
    ...(elsewhere ? [[UniverRPCMainThreadPlugin, { workerURL: face.calculator }] as const] : []),
    [UniverFormulaEnginePlugin, { notExecuteFormula: elsewhere }],
    [UniverSheetsPlugin, { notExecuteFormula: elsewhere }],
    [UniverSheetsNumfmtPlugin, { disableTextFormatMark: true, disableTextFormatAlert: true }],
    [UniverSheetsFormulaPlugin],
  ];
  for (const [plugin, config] of [...face.before, ...own, ...face.after]) univer.registerPlugin(plugin, config);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: BLANK,
    name: "",
    sheetOrder: ["blank"],
    sheets: { blank: { id: "blank", name: "blank", rowCount: 1, columnCount: 1 } },
  });
  const formula = api.getFormula();
  for (const [name, work] of functions) formula.registerFunction(name, work as never, "");
  const known = injector.get(IFunctionService);
  return {
    api,
    injector,
    canCalculate: (text, hasSheet) =>
      !leansElsewhere(text) && sheetsOf(text).every(hasSheet) && functionsOf(text).every((name) => known.hasExecutor(name)),
    open: (data) => {
      face.prepare(injector);
      const book = api.createWorkbook(data);
      injector.get(IUniverInstanceService).focusUnit(data.id);
      return book;
    },
    commit: () => face.commit(api),
    isTyping: () => face.isTyping(api),
    focus: () => face.focus(injector),
    isFocused: () => face.isFocused(injector),
    dispose: () => {
      univer.dispose();
      face.calculator?.terminate();
    },
  };
}
