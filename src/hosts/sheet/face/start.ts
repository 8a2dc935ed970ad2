import { startSpreadsheet, type SheetFunction, type Spreadsheet } from "../spreadsheet";
import { faceIn } from "./face";

/** The spreadsheet with its face in an element of the page. */
export const startIn = (container: HTMLElement, functions: ReadonlyMap<string, SheetFunction>): Spreadsheet =>
  startSpreadsheet(functions, faceIn(container));
