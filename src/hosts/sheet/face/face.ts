import { mergeLocales, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import designWords from "@univerjs/design/locale/zh-CN";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsWords from "@univerjs/docs-ui/locale/zh-CN";
import { DeviceInputEventType, UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulaUiWords from "@univerjs/sheets-formula-ui/locale/zh-CN";
import formulaWords from "@univerjs/sheets-formula/locale/zh-CN";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import numfmtWords from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import { SetCellEditVisibleOperation, UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiWords from "@univerjs/sheets-ui/locale/zh-CN";
import sheetsWords from "@univerjs/sheets/locale/zh-CN";
import { ComponentManager, ILayoutService, UniverUIPlugin } from "@univerjs/ui";
import uiWords from "@univerjs/ui/locale/zh-CN";
import "@univerjs/docs-ui/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/ui/facade";
import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import "@univerjs/sheets-numfmt-ui/lib/index.css";
import type { Face } from "../spreadsheet";
import { stopAtEdges } from "./edges";
import { typeIntoFormulaBar } from "./formula-bar";
import { keysReachEditor } from "./keyboard";
import { selectMergesWhole } from "./merges";
import { numbersWhole } from "./narrow-numbers";
import { valuesFromOutside } from "./outside-paste";
import { revealWhole } from "./reveal";

const CELL_ALERT = "univer.sheet.cell-alert";

/** The library registers one of its parts anew with each workbook, and complains of it to the console. */
function withoutComplaint(manager: ComponentManager): void {
  const register = manager.register.bind(manager);
  manager.register = (name, ...rest) => {
    if (name === CELL_ALERT) manager.delete(name);
    return register(name, ...rest);
  };
}

/** The spreadsheet's canvas, editor and formula bar in an element of the page; tabs and status bar are the pane's own. */
export function faceIn(container: HTMLElement, calculator: Worker): Face {
  const words = mergeLocales(designWords, docsWords, formulaUiWords, formulaWords, numfmtWords, sheetsUiWords, sheetsWords, uiWords);
  typeIntoFormulaBar(container);
  const tamed = new WeakSet<Injector>();
  /** What the library does otherwise than people are used to, once for all workbooks. */
  const tame = (injector: Injector): void => {
    if (tamed.has(injector)) return;
    tamed.add(injector);
    withoutComplaint(injector.get(ComponentManager));
    valuesFromOutside(injector);
    stopAtEdges(injector);
    revealWhole(injector);
    numbersWhole();
    selectMergesWhole(injector);
    keysReachEditor(container, injector);
  };
  const book = (api: FUniver): ReturnType<FUniver["getActiveWorkbook"]> => api.getActiveWorkbook();
  return {
    calculator,
    locales: { zhCN: words },
    before: [
      [UniverDocsPlugin],
      [UniverRenderEnginePlugin],
      [
        UniverUIPlugin,
        { container, header: true, headerMenu: false, toolbar: false, footer: false, contextMenu: false, disableAutoFocus: true },
      ],
      [UniverDocsUIPlugin],
    ],
    after: [
      [UniverSheetsUIPlugin, { formulaBar: true, footer: false, disableForceStringAlert: true, disableForceStringMark: true }],
      [UniverSheetsNumfmtUIPlugin],
      [UniverSheetsFormulaUIPlugin],
    ],
    commit: async (api) => {
      const open = book(api);
      if (open?.isCellEditing() !== true) return;
      // As a press elsewhere does: what is typed is taken, and the selection stays. The library's own call ends like Enter, a cell further.
      const leave = { eventType: DeviceInputEventType.PointerDown, visible: false, unitId: open.getId() };
      api.syncExecuteCommand(SetCellEditVisibleOperation.id, leave);
      await new Promise((done) => setTimeout(done, 0));
    },
    isTyping: (api) => book(api)?.isCellEditing() ?? false,
    focus: (injector) => injector.get(ILayoutService).focus(),
    prepare: tame,
    isFocused: (injector) => injector.get(ILayoutService).checkContentIsFocused() || container.contains(document.activeElement),
  };
}
