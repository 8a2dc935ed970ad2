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

/** What crossed as JSON has null where there was nothing. */
const whole = (book: PlainWorkbook): PlainWorkbook => {
  const entries = (rows: readonly (readonly (string | null | undefined)[])[]) => rows.map((row) => row.map((entry) => entry ?? undefined));
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({ ...sheet, formats: entries(sheet.formats), formulas: entries(sheet.formulas) })),
  };
};

const host = window as unknown as WpsWindow;
host.__startWps = (book, traps) => {
  const known = shared();
  const app = known ?? new FakeWps(whole(book), traps);
  if (!known) app.showPage = (address) => void window.open(address);
  host.__wps = app;
  host.Application = app;
};
