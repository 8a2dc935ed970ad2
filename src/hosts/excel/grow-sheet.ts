import type { SheetDraft } from "../../workbook/draft";
import { changesOf, isFormula, newLists, runs, type Change, type Held } from "../draft/changes";
import { areaAddress, draftGrid } from "../draft/grid";
import { applyLook, applyLists, passing, points } from "./draft-sheet";
import type { NoteWriting } from "./own-writing";
import type { Sync } from "./session";

/** Cells written in one request. */
const CELLS_A_TRIP = 10_000;
async function present(sync: Sync, sheet: Excel.Worksheet): Promise<Held> {
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

/** Writes the changes; only cells beyond what was used get looks, and a formula never lands in a cell formatted as text. */
async function write(sync: Sync, sheet: Excel.Worksheet, changes: readonly Change[], now: Held, note: NoteWriting): Promise<void> {
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
    note(sheet.id, run);
    range.formulas = [run.map(({ entry }) => entry)];
    if ((cells += run.length) < CELLS_A_TRIP) continue;
    cells = 0;
    await sync();
  }
  await sync();
}

/** Looks, sizes and lists of the rows and columns that are new; where she has set a rule of her own, no list. */
async function dress(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft, now: Held): Promise<void> {
  for (const [style, areas] of draftGrid(draft).stylesFrom(now.bottom, now.right))
    for (const list of areas) applyLook(passing(sheet.getRange(list)).format, style);
  draft.columnWidths.forEach((width, c) => {
    if (c >= now.right) passing(sheet.getRangeByIndexes(0, c, 1, 1)).format.columnWidth = points(width);
  });
  draft.rows.forEach(({ height }, r) => {
    if (r >= now.bottom && height !== undefined) passing(sheet.getRangeByIndexes(r, 0, 1, 1)).format.rowHeight = height;
  });
  const fresh = newLists(draft, now);
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
export async function growSheet(sync: Sync, sheet: Excel.Worksheet, draft: SheetDraft, note: NoteWriting): Promise<void> {
  const now = await present(sync, sheet);
  await write(sync, sheet, changesOf(draft, now), now, note);
  await dress(sync, sheet, draft, now);
}
