import type { PlainWorkbook } from "../workbook/plain";
import { recognise } from "../workbook/recognise";
import type { Choices, Recognised } from "../workbook/recognised";
import { standardCatalogue } from "./catalogue";

/** Finds the disclosure tables of a workbook among those of the families this tool comes with. */
export function recogniseWorkbook(workbook: PlainWorkbook, choices: Choices = {}): Recognised {
  return recognise(workbook, standardCatalogue(), choices);
}
