/** Runs in every page of the add-in before anything else: WPS, of which all of them are parts. */
import type { PlainWorkbook } from "../../src/workbook/plain";
import { FakeWps, type Traps } from "./fake-wps";

export interface WpsWindow {
  __wps: FakeWps;
  Application: FakeWps;
  __startWps: (book: PlainWorkbook, traps: Traps) => void;
}

/** The WPS of the page that opened this one; pages from a folder see nothing of each other. */
function shared(): FakeWps | undefined {
  try {
    return (window.opener as WpsWindow | null)?.__wps;
  } catch {
    return undefined;
  }
}

const host = window as unknown as WpsWindow;
host.__startWps = (book, traps) => {
  const known = shared();
  const app = known ?? new FakeWps(book, traps);
  if (!known) app.showPage = (address) => void window.open(address);
  host.__wps = app;
  host.Application = app;
};
