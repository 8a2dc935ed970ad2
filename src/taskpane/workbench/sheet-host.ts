import type { Spreadsheet } from "../../hosts/sheet/spreadsheet";

/** The element that the spreadsheet lives in, and the spreadsheet once it is asked for. */
export interface SheetHost {
  readonly element: HTMLElement;
  /** Loads and starts it; later calls get the same one. It needs the element on the page. */
  readonly start: () => Promise<Spreadsheet>;
}

export function createSheetHost(): SheetHost {
  const element = document.createElement("div");
  element.className = "spreadsheet";
  let started: Promise<Spreadsheet> | null = null;
  const start = async (): Promise<Spreadsheet> => {
    const [{ startIn }, { sheetFunctions }] = await Promise.all([import("../../hosts/sheet/face/start"), import("./sheet-functions")]);
    // After the page has fetched what both need.
    const calculator = new Worker(new URL("./calculation-worker.ts", import.meta.url));
    return startIn(element, sheetFunctions(), calculator);
  };
  return { element, start: () => (started ??= start()) };
}
