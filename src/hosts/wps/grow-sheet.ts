import { address } from "../../amount/cell-ref";
import type { SheetDraft } from "../../workbook/draft";
import { changesOf, isFormula, newLists, type Change, type Held } from "../draft/changes";
import { areaAddress, draftGrid } from "../draft/grid";
import { applyLists, applyLook } from "./draft-sheet";
import { enter, textOf } from "./enter";
import type { WpsSheet } from "./model";
import { problem } from "./problems";
import { held, usedArea } from "./ranges";
import { attempt } from "./sheets";

function present(sheet: WpsSheet): Held {
  const area = usedArea(sheet);
  if (!area) return { at: () => "", bottom: 0, right: 0 };
  const { values, formulas } = held(sheet, area);
  const at = (row: number, column: number): unknown => {
    const [formula, value] = [formulas, values].map((matrix) => matrix[row - area.top]?.[column - area.left]);
    return isFormula(formula) ? formula : (value ?? "");
  };
  return { at, bottom: area.bottom + 1, right: area.right + 1 };
}

/** Only cells beyond what was used get looks, and a formula never lands in a cell formatted as text. */
function write(sheet: WpsSheet, changes: readonly Change[], now: Held): void {
  for (const { row, column, entry, format } of changes) {
    const isNew = row >= now.bottom || column >= now.right;
    enter(sheet.Range(address({ row, column })), entry, isNew || isFormula(entry) ? format : null);
  }
}

/** Throws where the cells do not hold what was written. */
function requireChanged(sheet: WpsSheet, changes: readonly Change[]): void {
  const now = present(sheet);
  for (const { row, column, entry } of changes)
    if (!isFormula(entry) && now.at(row, column) !== (textOf(entry) ?? entry)) throw problem.undone("写入工作表");
}

/** Looks, sizes and lists of the rows and columns that are new; where she has set a rule of her own, no list. */
function dress(sheet: WpsSheet, draft: SheetDraft, now: Held): void {
  for (const [style, areas] of draftGrid(draft).stylesFrom(now.bottom, now.right))
    for (const area of areas) applyLook(sheet.Range(area), style);
  draft.columnWidths.forEach((width, column) => {
    if (column >= now.right) attempt(() => (sheet.Range(address({ row: 0, column })).ColumnWidth = width));
  });
  draft.rows.forEach(({ height }, row) => {
    if (row >= now.bottom && height !== undefined) attempt(() => (sheet.Range(address({ row, column: 0 })).RowHeight = height));
  });
  const fresh = newLists(draft, now);
  applyLists(
    sheet,
    fresh.filter(({ area }) => !hasRule(sheet, areaAddress(area))),
  );
}

/** An area without a rule has no type: some editions say so by an error. */
const hasRule = (sheet: WpsSheet, area: string): boolean => {
  const type = attempt(() => sheet.Range(area).Validation.Type);
  return typeof type === "number" && type > 0;
};

/**
 * Adds to a sheet that is there, cell by cell. Formats, dates, rules, notes and formulas of the user's stay. A failure on the
 * way leaves what was there and some of what is new; the next time completes it.
 */
export function growSheet(sheet: WpsSheet, draft: SheetDraft): void {
  const now = present(sheet);
  const changes = changesOf(draft, now);
  write(sheet, changes, now);
  requireChanged(sheet, changes);
  dress(sheet, draft, now);
}
