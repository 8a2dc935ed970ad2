import type { CellValue, PlainSheet } from "../../workbook/plain";
import type { SheetDraft } from "../../workbook/draft";
import { DRAFT_STYLES } from "./draft-styles";

/** A draft as it would be read back from the file it is written to. */
export function draftSheet(draft: SheetDraft, visibility: PlainSheet["visibility"] = "visible"): PlainSheet {
  return {
    name: draft.name,
    visibility,
    top: 0,
    left: 0,
    values: draft.rows.map((row) => row.cells.map((cell): CellValue => cell.value)),
    formats: draft.rows.map((row) => row.cells.map((cell) => DRAFT_STYLES[cell.style].numFmt)),
    formulas: draft.rows.map((row) => row.cells.map((cell) => cell.formula)),
  };
}
