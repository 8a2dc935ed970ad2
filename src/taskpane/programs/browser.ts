import { IN_BROWSER } from "../store/around";
import type { Program } from "./program";

/** Another page of this tool's own, in a window of its own. */
export const openWindow = (address: string): void => void window.open(address, "_blank", "noopener");

/** The workbench: no program but the browser. */
export const browserProgram: Program = {
  around: IN_BROWSER,
  openElsewhere: () => Promise.resolve(false),
  openPage: openWindow,
  background: () => null,
  onBackground: () => undefined,
  begin: async ({ commands }) => {
    const sample = new URLSearchParams(window.location.search).get("sample");
    if (sample !== null) await commands.openSample(sample);
  },
};
