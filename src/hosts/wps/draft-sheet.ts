import { address, quoteSheet } from "../../amount/cell-ref";
import type { DraftStyle, SheetDraft } from "../../workbook/draft";
import { addressLists } from "../draft/address-lists";
import { areaAddress, draftGrid, listSource } from "../draft/grid";
import { BORDER_COLOR, LOOKS } from "../draft/looks";
import { colourNumber } from "./colours";
import { enter, textOf } from "./enter";
import type { WpsApplication, WpsRange, WpsSheet } from "./model";
import { problem } from "./problems";
import { held } from "./ranges";
import { LONGEST_ADDRESS } from "./select";
import { attempt } from "./sheets";

const CONTINUOUS = 1;
const HORIZONTAL = { Left: -4131, Center: -4108, Right: -4152, General: 1 } as const;
const VERTICAL = { Center: -4108, Top: -4160 } as const;
const PORTRAIT = 1;
const LANDSCAPE = 2;
const LIST = 3;
const INFORMATION = 3;
const BETWEEN = 1;

/** Puts a draft onto an empty sheet, and makes sure that its words are there. */
export function fillSheet(sheet: WpsSheet, draft: SheetDraft): void {
  const { entries, formats, styles } = draftGrid(draft);
  for (const [style, areas] of styles) for (const list of addressLists(areas, LONGEST_ADDRESS)) applyLook(sheet.Range(list), style);
  entries.forEach((line, row) => {
    line.forEach((entry, column) => {
      if (entry !== "") enter(sheet.Range(address({ row, column })), entry, formats[row]?.[column] ?? null);
    });
  });
  requireWritten(sheet, draft);
  applySizes(sheet, draft);
  for (const area of draft.merges) attempt(() => sheet.Range(areaAddress(area)).Merge());
  applyLinks(sheet, draft);
  applyLists(sheet, draft.lists);
  applyPage(sheet, draft);
}

/** Throws where the sheet does not hold the draft's words and numbers: WPS says nothing of what it did not do. */
export function requireWritten(sheet: WpsSheet, draft: SheetDraft): void {
  const { entries, width } = draftGrid(draft);
  if (entries.length === 0) return;
  const { values } = held(sheet, { top: 0, left: 0, bottom: entries.length - 1, right: width - 1 });
  const covered = (row: number, column: number): boolean =>
    draft.merges.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right && (row > top || column > left),
    );
  entries.forEach((line, row) => {
    line.forEach((entry, column) => {
      const wanted = textOf(entry) ?? (typeof entry === "number" ? entry : null);
      if (wanted !== null && !covered(row, column) && values[row]?.[column] !== wanted) throw problem.undone("写入工作表");
    });
  });
}

/** The looks of a kind of cell. A look that an edition does not take is left as it is: the words count. */
export function applyLook(range: WpsRange, style: DraftStyle): void {
  const look = LOOKS[style];
  attempt(() => {
    range.Font.Name = look.fontName;
    range.Font.Size = look.fontSize;
    if (look.bold) range.Font.Bold = true;
    if (look.strike) range.Font.Strikethrough = true;
    if (look.color) range.Font.Color = colourNumber(look.color);
    if (look.fill) range.Interior.Color = colourNumber(look.fill);
    range.HorizontalAlignment = HORIZONTAL[look.horizontal];
    range.VerticalAlignment = VERTICAL[look.vertical];
    range.WrapText = look.wrap;
    if (!look.border) return;
    range.Borders.LineStyle = CONTINUOUS;
    range.Borders.Color = colourNumber(BORDER_COLOR);
  });
}

function applySizes(sheet: WpsSheet, draft: SheetDraft): void {
  // Columns are measured in characters, rows in points.
  draft.columnWidths.forEach((width, column) => attempt(() => (sheet.Range(address({ row: 0, column })).ColumnWidth = width)));
  draft.rows.forEach(({ height }, row) => {
    if (height !== undefined) attempt(() => (sheet.Range(address({ row, column: 0 })).RowHeight = height));
  });
}

function applyLinks(sheet: WpsSheet, draft: SheetDraft): void {
  draft.rows.forEach((line, row) => {
    line.cells.forEach(({ link }, column) => {
      if (!link) return;
      const place = `${quoteSheet(link.sheet)}!${link.address}`;
      // Without a text to show: WPS would read it again, and what it holds is there.
      attempt(() => sheet.Hyperlinks.Add(sheet.Range(address({ row, column })), "", place, `转到 ${place}`));
    });
  });
}

/** The list is an offer: other values may be typed. A list that no rule can keep is left out. */
export function applyLists(sheet: WpsSheet, lists: SheetDraft["lists"]): void {
  for (const { area, values } of lists) {
    const source = listSource(values);
    if (source === null) continue;
    attempt(() => {
      const { Validation: rule } = sheet.Range(areaAddress(area));
      rule.Add(LIST, INFORMATION, BETWEEN, source);
      rule.InCellDropdown = true;
      rule.ShowError = false;
    });
  }
}

/** Without a printer an edition may refuse all of this. */
function applyPage(sheet: WpsSheet, draft: SheetDraft): void {
  attempt(() => {
    const { PageSetup: page } = sheet;
    page.Orientation = draft.landscape ? LANDSCAPE : PORTRAIT;
    page.Zoom = false;
    page.FitToPagesWide = 1;
    page.FitToPagesTall = false;
    if (draft.frozenRows > 0) page.PrintTitleRows = `$1:$${String(draft.frozenRows)}`;
  });
}

/** Keeps the first rows in view: of a window, so the sheet has to be in it for a moment. */
export function freeze(app: WpsApplication, sheet: WpsSheet, rows: number): void {
  attempt(() => {
    sheet.Activate();
    const { ActiveWindow: window } = app;
    if (!window || app.ActiveSheet?.Name !== sheet.Name) return;
    window.FreezePanes = false;
    if (rows === 0) return;
    window.SplitColumn = 0;
    window.SplitRow = rows;
    window.FreezePanes = true;
  });
}
