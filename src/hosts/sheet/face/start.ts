import { startSpreadsheet, type SheetFunction, type Spreadsheet } from "../spreadsheet";
import { faceIn } from "./face";

/** The spreadsheet with its face in an element of the page, its formulas calculated by a worker that knows the same functions. */
export const startIn = (container: HTMLElement, functions: ReadonlyMap<string, SheetFunction>, calculator: Worker): Spreadsheet =>
  startSpreadsheet(functions, faceIn(container, calculator));
