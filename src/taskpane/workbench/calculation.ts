import { startCalculator } from "../../hosts/sheet/calculator";
import { sheetFunctions } from "./sheet-functions";

/** The spreadsheet's calculations, in their worker. */
export const calculate = (): void => startCalculator(sheetFunctions());
