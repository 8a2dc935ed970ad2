import type { IBorderStyleData, IStyleData, IWorksheetData } from "@univerjs/core";
import type { SheetDraft } from "../../../workbook/draft";
import { draftSheet } from "../../file/draft-sheet";
import { DRAFT_STYLES } from "../../file/draft-styles";
import type { BookLook, SheetLook } from "../look/look";
import { sheetData, type CanCalculate } from "./sheet-data";

const ACROSS: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const DOWN: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
const colour = (rgb: string | undefined): { rgb: string } => ({ rgb: `#${(rgb ?? "FF000000").slice(-6)}` });

type CellStyle = (typeof DRAFT_STYLES)[keyof typeof DRAFT_STYLES];

/** How a kind of draft cell looks, as the spreadsheet says it. */
function styleOf({ font, fill, border, alignment, numFmt }: CellStyle): IStyleData {
  const line = (side: { readonly color?: { readonly rgb?: string } } | undefined): IBorderStyleData => ({
    s: 1,
    cl: colour(side?.color?.rgb),
  });
  const solid = fill?.type === "pattern" ? fill.fgColor?.rgb : undefined;
  return {
    ...(font?.name !== undefined && { ff: font.name }),
    ...(font?.size !== undefined && { fs: font.size }),
    ...(font?.bold === true && { bl: 1 }),
    ...(font?.strikethrough === true && { st: { s: 1 } }),
    ...(font?.color && { cl: colour(font.color.rgb) }),
    ...(solid !== undefined && { bg: colour(solid) }),
    ...(border && { bd: { t: line(border.top), r: line(border.right), b: line(border.bottom), l: line(border.left) } }),
    ...(alignment?.horizontal && { ht: ACROSS[alignment.horizontal] ?? 1 }),
    vt: DOWN[alignment?.vertical ?? ""] ?? 3,
    ...(alignment?.wrapText === true && { tb: 3 }),
    ...(numFmt !== undefined && { n: { pattern: numFmt } }),
  };
}

const KINDS = Object.keys(DRAFT_STYLES) as (keyof typeof DRAFT_STYLES)[];
const FORMATS = KINDS.map((kind) => ({ style: styleOf(DRAFT_STYLES[kind]), locked: false }));
const SOURCE = { converted: false, signed: false, macros: false };
const BOOK: BookLook = { formats: FORMATS, date1904: false, names: [], sheets: [], source: SOURCE };
const draftStyle = (format: number): string => `draft-${KINDS[format] ?? "blank"}`;

/** The styles that drafts' cells name. */
export const DRAFT_SHEET_STYLES: Readonly<Record<string, IStyleData>> = Object.fromEntries(
  FORMATS.map(({ style }, format) => [draftStyle(format), style]),
);

function lookOf(draft: SheetDraft): SheetLook {
  return {
    name: draft.name,
    cells: Int32Array.from(draft.rows.flatMap((row, r) => row.cells.flatMap((cell, c) => [r, c, KINDS.indexOf(cell.style)]))),
    rows: draft.rows.flatMap((row, r) => (row.height === undefined ? [] : [{ row: r, height: row.height, hidden: false }])),
    columns: draft.columnWidths.map((width, column) => ({ first: column, last: column, width, hidden: false })),
    merges: draft.merges,
    frozen: { rows: draft.frozenRows, columns: 0 },
    gridlines: true,
    zoom: 1,
    rowHeight: 15,
    columnWidth: null,
    protected: false,
    arrays: [],
    headings: [],
    marks: [],
    own: true,
  };
}

/** A sheet of this tool as the spreadsheet takes it. */
export function draftData(id: string, draft: SheetDraft, canCalculate: CanCalculate): IWorksheetData {
  return sheetData(id, draftSheet(draft), lookOf(draft), BOOK, canCalculate, draftStyle) as IWorksheetData;
}
