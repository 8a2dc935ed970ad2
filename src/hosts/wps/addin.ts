/**
 * The add-in's own page, which WPS opens when it starts and never shows: it answers the ribbon, and holds the custom functions.
 * WPS calls what ribbon.xml names by these names in the window.
 */
import { installFunctions } from "./custom-functions";
import { paneOf, press, rememberPane } from "./messages";
import { findWps } from "./find";
import type { WpsApplication } from "./model";
import { attempt, count, text } from "./sheets";

interface Control {
  readonly Id: string;
}

const scope = window as unknown as Record<string, unknown>;

const RIGHT = 2;

const addressOf = (file: string): string => new URL(file, window.location.href).href;

/** Shows the workbook's pane; made when it is first wanted, and again where WPS has it no more. */
function showPane(application: WpsApplication, book: string): void {
  const { PluginStorage: storage } = application;
  const id = paneOf(storage, book);
  const shown =
    id !== null &&
    attempt(() => {
      application.GetTaskPane(id).Visible = true;
      return true;
    }) === true;
  if (shown) return;
  const pane = application.CreateTaskPane(addressOf("taskpane.html"), "预算公开助手");
  rememberPane(storage, book, count(pane.ID));
  attempt(() => (pane.DockPosition = RIGHT));
  pane.Visible = true;
}

/** A button was pressed: the workbook's pane does it. */
function answer(application: WpsApplication, { Id: action }: Control): boolean {
  if (action === "openHelp") {
    application.ShowDialog(addressOf("help/index.html"), "预算公开助手 使用说明", 1000, 760, false);
    return true;
  }
  const book = text(attempt(() => application.ActiveWorkbook?.FullName));
  if (book === "") window.alert("请先打开工作簿，再点“预算公开”里的按钮。");
  else {
    press(application.PluginStorage, book, action);
    showPane(application, book);
  }
  return true;
}

const IMAGES: Readonly<Record<string, string>> = {
  checkWorkbook: "check",
  writeNarrative: "narrate",
  createInputSheets: "inputs",
  clearMarks: "clear",
  openHelp: "help",
};

const found = findWps();
if (found) {
  Object.assign(scope, {
    OnBudgetLoad: () => true,
    OnBudgetAction: (control: Control) => answer(found, control),
    GetBudgetImage: ({ Id }: Control) => `assets/${IMAGES[Id] ?? "icon"}-32.png`,
  });
  installFunctions(found, scope);
}
