import { readInputs, type Inputs } from "../inputs/read";
import type { PlainWorkbook } from "../workbook/plain";
import type { Choices, Recognised } from "../workbook/recognised";
import { recogniseWorkbook } from "./recognise";

/** A workbook in hand: its tables and its 填报 sheets, read once. */
export interface Book {
  readonly recognised: Recognised;
  readonly inputs: Inputs;
}

/** Opens a workbook: everything that is checked, narrated or proofread against comes from what this returns. */
export function openBook(workbook: PlainWorkbook, choices: Choices = {}): Book {
  return { recognised: recogniseWorkbook(workbook, choices), inputs: readInputs(workbook) };
}
