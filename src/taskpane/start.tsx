/**
 * Starts the pane. The same bundle runs as the task pane of Excel (taskpane.html, with office.js) and of WPS (its package's own
 * taskpane.html), and as the workbench page (index.html); taskpane.html outside Excel is the workbench too.
 */
import { createRoot } from "react-dom/client";
import "./styles/pane.css";
import "./styles/report.css";
import { findWps } from "../hosts/wps/find";
import { App } from "./app";
import { startPane } from "./boot";
import { PaneContext } from "./pane-context";
import { browserProgram } from "./programs/browser";
import { excelProgram } from "./programs/excel";
import type { Program } from "./programs/program";
import type { Appearance } from "./store/state";
import { appearanceOf } from "./theme";

/** Which program this page runs in. office.js answers null outside Office. */
async function findProgram(): Promise<Program> {
  const wps = findWps();
  if (wps) return (await import("./programs/wps")).wpsProgram(wps);
  if (typeof Office === "undefined") return browserProgram;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? excelProgram : browserProgram;
}

/** The program's own theme where it tells of one, the system's elsewhere. */
function followAppearance({ background, onBackground }: Program, show: (appearance: Appearance) => void): void {
  const contrast = window.matchMedia("(forced-colors: active)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const tell = (): void => {
    const own = background();
    show(contrast.matches ? "contrast" : own !== null ? appearanceOf(own) : dark.matches ? "dark" : "light");
  };
  tell();
  contrast.addEventListener("change", tell);
  dark.addEventListener("change", tell);
  onBackground(tell);
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) return;
  const program = await findProgram();
  const pane = startPane(program);
  followAppearance(program, (appearance) => pane.store.dispatch({ type: "appearance", appearance }));
  createRoot(root).render(
    <PaneContext.Provider value={pane}>
      <App />
    </PaneContext.Provider>,
  );
  await program.begin(pane);
}

void start();
