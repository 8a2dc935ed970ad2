/**
 * Starts the pane. The same bundle runs as the Excel task pane (taskpane.html, with office.js) and as the workbench page
 * (index.html, without); taskpane.html outside Excel is the workbench too.
 */
import { createRoot } from "react-dom/client";
import "./styles/pane.css";
import "./styles/report.css";
import { App } from "./app";
import { startPane, type StartedPane } from "./boot";
import { PaneContext } from "./pane-context";
import type { Appearance } from "./store/state";
import { appearanceOf } from "./theme";

type Host = "excel" | "file";

/** Which host this page runs in. office.js answers null outside Office. */
async function findHost(): Promise<Host> {
  if (typeof Office === "undefined") return "file";
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? "excel" : "file";
}

/** Opens a workbook in a window of its own, where Excel can. */
async function openNewWorkbook(bytes: Uint8Array): Promise<boolean> {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  await Excel.createWorkbook(btoa(binary));
  return true;
}

/** Office's own theme in Excel, the system's elsewhere. */
function followAppearance(host: Host, show: (appearance: Appearance) => void): void {
  const contrast = window.matchMedia("(forced-colors: active)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const officeBackground = (): string | null =>
    host === "excel" ? ((Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor ?? null) : null;
  const tell = (): void => {
    const background = officeBackground();
    show(contrast.matches ? "contrast" : background !== null ? appearanceOf(background) : dark.matches ? "dark" : "light");
  };
  tell();
  contrast.addEventListener("change", tell);
  dark.addEventListener("change", tell);
  if (host === "excel" && Office.context.requirements.isSetSupported("OfficeThemeApi", "1.1"))
    Office.context.document.addHandlerAsync("officeThemeChanged" as unknown as Office.EventType, tell);
}

/** The ribbon's buttons open the pane and do what they say in it. */
function answerRibbon({ commands }: StartedPane): void {
  const buttons: Readonly<Record<string, () => Promise<unknown>>> = {
    checkWorkbook: () => {
      commands.show("check");
      return commands.check();
    },
    writeNarrative: () => {
      commands.show("narrative");
      return commands.narrate();
    },
    createInputSheets: () => {
      commands.show("inputs");
      return commands.createInputs();
    },
    clearMarks: () => commands.clearMarks(),
    openHelp: () => {
      commands.openHelp();
      return Promise.resolve();
    },
  };
  for (const [name, press] of Object.entries(buttons))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // The button is free again at once: the pane shows what goes on and what went wrong.
      event.completed();
      void Office.addin
        .showAsTaskpane()
        .catch(() => undefined)
        .then(press);
    });
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) return;
  const host = await findHost();
  document.documentElement.dataset["host"] = host;
  const pane = startPane(host, host === "excel" ? openNewWorkbook : undefined);
  followAppearance(host, (appearance) => pane.store.dispatch({ type: "appearance", appearance }));
  createRoot(root).render(
    <PaneContext.Provider value={pane}>
      <App />
    </PaneContext.Provider>,
  );
  if (host === "excel") {
    answerRibbon(pane);
    const { openExcelDoor } = await import("../hosts/excel/excel-door");
    pane.open(openExcelDoor());
    return;
  }
  const sample = new URLSearchParams(window.location.search).get("sample");
  if (sample !== null) await pane.commands.openSample(sample);
}

void start();
