import type { DraftStyle, SheetDraft } from "../../workbook/draft";
import { areaAddress, draftGrid, type Entry } from "./draft-grid";
import { applyLook, applyLists, passing, points } from "./draft-sheet";
import { problem } from "./problems";
import type { Sync } from "./session";

/** Cells written in one request. */
const CELLS_A_TRIP = 10_000;
/** Styles of what a sheet is found again by: where another text stands there now, rows or columns have moved. */
const LANDMARKS: readonly DraftStyle[] = ["label", "heading"];

/** What a sheet holds now; 0-based, "" where blank. */
interface Present {
  readonly at: (row: number, column: number) => unknown;
  /** First row and column beyond what is used, be it by formats only. */
  readonly bottom: number;
  readonly right: number;
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly entry: Entry;
  readonly style: DraftStyle;
  readonly format: string;
}

async function present(sync: Sync, sheet: Excel.Worksheet): Promise<Present> {
  const used = passing(sheet.getUsedRangeOrNullObject(true));
  used.load("formulas,values,rowIndex,columnIndex");
  const formatted = passing(sheet.getUsedRangeOrNullObject());
  formatted.load("rowIndex,columnIndex,rowCount,columnCount");
  await sync();
  const [bottom, right] = formatted.isNullObject
    ? [0, 0]
    : [formatted.rowIndex + formatted.rowCount, formatted.columnIndex + formatted.columnCount];
  if (used.isNullObject) return { at: () => "", bottom, right };
  const { formulas, values, rowIndex, columnIndex } = used;
  const held = (matrix: readonly (readonly unknown[])[], row: number, column: number): unknown =>
    matrix[row - rowIndex]?.[column - columnIndex] ?? "";
  // A cell that another one's formula spills into has a value and no formula.
  return { at: (row, column) => held(formulas, row, column) || held(values, row, column), bottom, right };
}

/** The same content, as far as Excel tells it: text without its apostrophe, TRUE in capitals. */
const shown = (entry: unknown): string => (typeof entry === "boolean" ? String(entry).toUpperCase() : String(entry)).replace(/^'/, "");
const isFormula = (entry: unknown): boolean => typeof entry === "string" && entry.startsWith("=");

/**
 * What a draft adds to a sheet that somebody has filled in: blank cells are filled, formulas renewed; whatever else stands
 * there stays, also what was typed after the draft was made. Throws where the rows or columns have moved since.
 */
function changesOf(draft: SheetDraft, now: Present): Change[] {
  const { entries, formats } = draftGrid(draft);
  return entries.flatMap((line, row) =>
    line.flatMap((entry, column): Change[] => {
      const [held, style] = [now.at(row, column), draft.rows[row]?.cells[column]?.style ?? "blank"];
      if (entry === "" || shown(held) === shown(entry)) return [];
      if (held !== "" && LANDMARKS.includes(style) && !isFormula(held)) throw problem.moved(draft.name);
      return held === "" || (isFormula(held) && isFormula(entry))
        ? [{ row, column, entry, style, format: formats[row]?.[column] ?? "General" }]
        : [];
    }),
  );
}

/** Changes side by side in one row are written together. */
function runs(changes: readonly Change[]): Change[][] {
  const all: Change[][] = [];
  for (const change of changes) {
    const last = all.at(-1)?.at(-1);
    if (last?.row === change.row && last.column + 1 === change.column) all.at(-1)?.push(change);
    else all.push([change]);
  }
  return all;
}

/** Writes the changes; only cells beyond what was used get looks, and a formula never lands in a cell formatted as text. */
async function write(sync: Sync, sheet: Excel.Worksheet, changes: readonly Change[], now: Present): Promise<void> {
  let cells = 0;
  for (const run of runs(changes)) {
    const [first] = run;
    if (!first) continue;
    const range = passing(sheet.getRangeByIndexes(first.row, first.column, 1, run.length));
    const isNew = first.row >= now.bottom || first.column >= now.right;
    if (isNew) range.numberFormat = [run.map(({ format }) => format)];
    else
      for (const change of run)
        if (isFormula(change.entry)) passing(sheet.getCell(change.row, change.column)).numberFormat = [[change.format]];
    range.formulas = [run.map(({ entry }) => entry)];
    if ((cells += run.length) < CELLS_A_TRIP) continue;
    cells = 0;
    await sync();
  }
  await sync();
}

/** Looks, sizes and lists of the rows and columns that are new; where she has set a rule of her own, no list. */
async function dress(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft, now: Present): Promise<void> {
  for (const [style, areas] of draftGrid(draft).stylesFrom(now.bottom, now.right))
    for (const list of areas) applyLook(passing(sheet.getRange(list)).format, style);
  draft.columnWidths.forEach((width, c) => {
    if (c >= now.right) passing(sheet.getRangeByIndexes(0, c, 1, 1)).format.columnWidth = points(width);
  });
  draft.rows.forEach(({ height }, r) => {
    if (r >= now.bottom && height !== undefined) passing(sheet.getRangeByIndexes(r, 0, 1, 1)).format.rowHeight = height;
  });
  const fresh = draft.lists.flatMap(({ area, values }) =>
    draft.rows.length > now.bottom && area.bottom >= now.bottom ? [{ values, area: { ...area, top: Math.max(area.top, now.bottom) } }] : [],
  );
  const ruled = fresh.map(({ area }) => passing(sheet.getRange(areaAddress(area))).dataValidation);
  for (const rule of ruled) rule.load("type");
  await sync();
  const free = fresh.filter((_, i) => ruled[i]?.type === "None");
  if (free.length === 0) return;
  applyLists(sheet, free);
  await sync();
}

/**
 * Adds to a sheet that is there, cell by cell. Formats, dates, rules, notes and formulas of the user's stay. A failure on the
 * way leaves what was there and some of what is new; the next time completes it.
 */
export async function growSheet(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft): Promise<void> {
  const now = await present(sync, sheet);
  await write(sync, sheet, changesOf(draft, now), now);
  await dress(sync, sheet, draft, now);
}
