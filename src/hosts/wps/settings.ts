import { readSettings, SETTINGS_SHEET, settingsDraft } from "../file/settings-sheet";
import { fillSheet } from "./draft-sheet";
import type { WpsApplication, WpsSheet, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { held, usedArea } from "./ranges";
import { attempt, named, quietly, sheetsOf, text, truth } from "./sheets";
import { addSheet } from "./write-sheets";

/** What is kept on the workbook's hidden sheet, the same that the workbench keeps and reads. */
function kept(sheet: WpsSheet | null): Map<string, unknown> {
  const area = sheet && usedArea(sheet);
  if (!sheet || !area) return new Map();
  const values = held(sheet, { ...area, top: 0, left: 0 }).values.map((row) => row.map((value) => text(value)));
  return readSettings({ name: SETTINGS_SHEET, visibility: "veryHidden", top: 0, left: 0, values, formats: [], formulas: [] });
}

const settingsSheet = (workbook: WpsWorkbook): WpsSheet | null => named(sheetsOf(workbook), SETTINGS_SHEET);

export const loadSetting = (workbook: WpsWorkbook, key: string): unknown => kept(settingsSheet(workbook)).get(key);

/** Kept when the workbook is saved; undefined forgets the key. */
export function saveSetting(app: WpsApplication, workbook: WpsWorkbook, key: string, value: unknown): void {
  quietly(app, () => {
    const sheet = settingsSheet(workbook);
    const before = kept(sheet);
    const settings = new Map(before);
    if (value === undefined && !settings.has(key)) return;
    if (!sheet && truth(workbook.ProtectStructure)) throw problem.structure();
    if (value === undefined) settings.delete(key);
    else settings.set(key, value);
    const own = sheet ?? addSheet(workbook, SETTINGS_SHEET);
    try {
      rewrite(own, settings);
    } catch (cause) {
      attempt(() => rewrite(own, before));
      throw cause;
    }
  });
}

function rewrite(sheet: WpsSheet, settings: ReadonlyMap<string, unknown>): void {
  sheet.Cells.ClearContents();
  fillSheet(sheet, settingsDraft(settings));
}
