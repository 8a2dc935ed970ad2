import { segmentsText, type Narrative } from "../narrative/segments";
import type { DraftRow, SheetDraft } from "../workbook/draft";
import { linesOf, type Line } from "../narrative/lines";

export const NARRATIVE_SHEET = "预算情况说明";

/** Characters of Chinese text that fit the column; a column's width counts half as many. */
const CHARACTERS = 38;
const LINE_HEIGHT = 21;
/** Excel's highest row. */
const HIGHEST = 409;

/** The narrative as a sheet of the workbook: one paragraph a row, wrapped. Text only, never a formula. */
export function narrativeSheet(narrative: Narrative): SheetDraft {
  return {
    name: NARRATIVE_SHEET,
    columnWidths: [CHARACTERS * 2 + 2],
    rows: linesOf(narrative).map(rowOf),
    frozenRows: 1,
    merges: [],
    lists: [],
    landscape: false,
  };
}

function rowOf({ rank, segments }: Line): DraftRow {
  const text = rank === "title" || rank === "heading" ? segmentsText(segments) : `　　${segmentsText(segments)}`;
  const style = rank === "title" ? "title" : rank === "heading" ? "heading" : "body";
  return {
    cells: [{ value: text, style }],
    height: Math.min(HIGHEST, Math.max(1, Math.ceil(width(text) / CHARACTERS)) * LINE_HEIGHT + (rank === "title" ? 9 : 3)),
  };
}

/** In Chinese characters: digits and letters take half. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}
