import { IN_EXCEL } from "../store/around";
import { ribbonButtons } from "./buttons";
import { openWindow } from "./browser";
import type { Program } from "./program";

/** Opens a workbook in a window of its own, where Excel can. */
async function openNewWorkbook(bytes: Uint8Array): Promise<boolean> {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  await Excel.createWorkbook(btoa(binary));
  return true;
}

/** Excel, through Office.js; `Office.onReady` must have said so. */
export const excelProgram: Program = {
  around: IN_EXCEL,
  openElsewhere: openNewWorkbook,
  openPage: openWindow,
  background: () => (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor ?? null,
  onBackground: (tell) => {
    if (Office.context.requirements.isSetSupported("OfficeThemeApi", "1.1"))
      Office.context.document.addHandlerAsync("officeThemeChanged" as unknown as Office.EventType, tell);
  },
  begin: async (pane) => {
    for (const [name, press] of Object.entries(ribbonButtons(pane.commands)))
      Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
        // The button is free again at once: the pane shows what goes on and what went wrong.
        event.completed();
        void Office.addin
          .showAsTaskpane()
          .catch(() => undefined)
          .then(press);
      });
    const { openExcelDoor } = await import("../../hosts/excel/excel-door");
    pane.open(openExcelDoor());
  },
};
