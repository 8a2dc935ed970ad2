import { quoteSheet } from "../../amount/cell-ref";
import type { DraftCell, DraftStyle, SheetDraft } from "../../workbook/draft";
import { addressLists } from "../draft/address-lists";
import { areaAddress, draftGrid, listSource } from "../draft/grid";
import { BORDER_COLOR, LOOKS } from "../draft/looks";
import type { Sync } from "./session";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
/** Cells written in one request: far below 5 MB even where every cell is a sentence. */
const CELLS_A_TRIP = 10_000;

/** Puts a draft onto an empty sheet. */
export async function fillSheet(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft): Promise<void> {
  await writeEntries(sync, sheet, draft);
  applyLooks(sheet, draft);
  applySizes(sheet, draft);
  for (const area of draft.merges) passing(sheet.getRange(areaAddress(area))).merge(false);
  applyLinks(sheet, draft);
  applyLists(sheet, draft.lists);
  applyPage(sheet, draft);
  await sync();
}

/** A range that is let go of at once: each would otherwise be kept alive in Excel, and cost a trip to release. */
export function passing<T extends Excel.Range | Excel.RangeAreas>(range: T): T {
  range.untrack();
  return range;
}

/** Formats first: what is entered is read by them. */
async function writeEntries(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft): Promise<void> {
  const { width, entries, formats } = draftGrid(draft);
  const step = Math.max(1, Math.floor(CELLS_A_TRIP / width));
  for (let top = 0; top < entries.length; top += step) {
    const band = entries.slice(top, top + step);
    const range = passing(sheet.getRangeByIndexes(top, 0, band.length, width));
    range.numberFormat = formats.slice(top, top + step).map((row) => [...row]);
    range.formulas = band.map((row) => [...row]);
    if (top + step < entries.length) await sync();
  }
}

function applyLooks(sheet: Excel.Worksheet, draft: SheetDraft): void {
  for (const [style, areas] of draftGrid(draft).styles)
    for (const list of addressLists(areas)) applyLook(passing(sheet.getRanges(list)).format, style);
}

/** The looks of a kind of cell. */
export function applyLook(format: Excel.RangeFormat, style: DraftStyle): void {
  const look = LOOKS[style];
  format.font.name = look.fontName;
  format.font.size = look.fontSize;
  format.font.bold = look.bold ?? false;
  if (look.strike) format.font.strikethrough = true;
  if (look.color) format.font.color = look.color;
  if (look.fill) format.fill.color = look.fill;
  format.horizontalAlignment = look.horizontal;
  format.verticalAlignment = look.vertical;
  format.wrapText = look.wrap;
  if (!look.border) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = BORDER_COLOR;
  }
}

/** Excel measures columns in points: a character of the standard font is 7 pixels wide, with 5 around. */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

function applySizes(sheet: Excel.Worksheet, draft: SheetDraft): void {
  draft.columnWidths.forEach((width, c) => (passing(sheet.getRangeByIndexes(0, c, 1, 1)).format.columnWidth = points(width)));
  draft.rows.forEach((row, r) => {
    if (row.height !== undefined) passing(sheet.getRangeByIndexes(r, 0, 1, 1)).format.rowHeight = row.height;
  });
}

function applyLinks(sheet: Excel.Worksheet, draft: SheetDraft): void {
  draft.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell.link) passing(sheet.getCell(r, c)).hyperlink = hyperlink(cell, cell.link);
    });
  });
}

/** The shown text is Excel's to read again, so text that could begin a formula is left to what the cell already holds. */
function hyperlink(cell: DraftCell, link: NonNullable<DraftCell["link"]>): Excel.RangeHyperlink {
  const documentReference = `${quoteSheet(link.sheet)}!${link.address}`;
  const shown =
    typeof cell.value === "string" && cell.formula === undefined && /^\p{L}/u.test(cell.value) ? { textToDisplay: cell.value } : {};
  return { documentReference, screenTip: `转到 ${documentReference}`, ...shown };
}

/** The list is an offer: other values may be typed. A list Excel cannot keep in the rule is left out. */
export function applyLists(sheet: Excel.Worksheet, lists: SheetDraft["lists"]): void {
  for (const { area, values } of lists) {
    const source = listSource(values);
    if (source === null) continue;
    const { dataValidation } = passing(sheet.getRange(areaAddress(area)));
    dataValidation.rule = { list: { inCellDropDown: true, source } };
    dataValidation.errorAlert = { showAlert: false, message: "", style: "Information", title: "" };
  }
}

function applyPage(sheet: Excel.Worksheet, draft: SheetDraft): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = draft.landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (draft.frozenRows === 0) return;
  sheet.freezePanes.freezeRows(draft.frozenRows);
  pageLayout.setPrintTitleRows(`$1:$${draft.frozenRows}`);
}
