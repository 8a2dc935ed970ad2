import type { PlainSheet } from "../../workbook/plain";
import { OWN_SHEET } from "../own-sheet";
import type { WpsApplication, WpsNames, WpsSheet, WpsWorkbook } from "./model";
import { problem } from "./problems";

export const VISIBLE = -1;
export const VERY_HIDDEN = 2;

/** A number that WPS gave; 0 for anything else. */
export const count = (given: unknown): number => (typeof given === "number" && Number.isFinite(given) ? given : 0);
export const text = (given: unknown): string => (typeof given === "string" ? given : "");

/** Yes or no, also where it comes as a number; null for anything else. */
export const truth = (given: unknown): boolean | null =>
  typeof given === "boolean" ? given : typeof given === "number" ? given !== 0 : null;

/** Something with members: the program's own objects may also be such as can be called, and do not list what they have. */
export const isThing = (given: unknown): given is object => (typeof given === "object" && given !== null) || typeof given === "function";

/** What is behind a call that WPS may refuse by an error; null then. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Whether a thing of the program's has such a member. */
export const has = (thing: unknown, name: string): boolean => attempt(() => Boolean((thing as Record<string, unknown>)[name])) === true;

/** All members of a collection that counts from 1; those that WPS does not give are left out. */
export function membersOf(collection: { readonly Count: unknown; Item(index: number): unknown }): readonly object[] {
  return Array.from({ length: count(collection.Count) }, (_, i) => collection.Item(i + 1)).filter(isThing);
}

/** The worksheets in their order. Throws where WPS does not give all of them. */
export function sheetsOf(workbook: WpsWorkbook): readonly WpsSheet[] {
  const sheets = membersOf(workbook.Worksheets) as readonly WpsSheet[];
  if (sheets.length === 0 || sheets.length !== count(workbook.Worksheets.Count)) throw problem.closed();
  return sheets;
}

/** The sheet of this name; names of sheets have no capitals of their own. */
export const named = (sheets: readonly WpsSheet[], name: string): WpsSheet | null =>
  sheets.find((sheet) => sheet.Name.toLowerCase() === name.toLowerCase()) ?? null;

export function requireSheet(workbook: WpsWorkbook, name: string): WpsSheet {
  const sheet = named(sheetsOf(workbook), name);
  if (!sheet) throw problem.noSheet(name);
  return sheet;
}

export const visibilityOf = (sheet: WpsSheet): PlainSheet["visibility"] =>
  sheet.Visible === VERY_HIDDEN ? "veryHidden" : sheet.Visible === 0 ? "hidden" : "visible";

/** Whether a sheet bears this tool's hidden name: of its own, not one of the workbook's or of another sheet's. */
export const isOwn = (workbook: WpsWorkbook, sheet: WpsSheet): boolean =>
  [sheet.Names, workbook.Names].some((names) => bears(names, sheet.Name));

function bears(names: WpsNames, sheet: string): boolean {
  return membersOf(names).some((name) => {
    const full = text((name as { readonly Name?: unknown }).Name);
    const mark = full.lastIndexOf("!");
    return mark > 0 && full.slice(mark + 1) === OWN_SHEET && unquoted(full.slice(0, mark)) === sheet;
  });
}

/** A sheet's name as a formula writes it, without its quotes. */
const unquoted = (name: string): string => (/^'.*'$/s.test(name) ? name.slice(1, -1).replace(/''/g, "'") : name);

/** Works without questions to the user, and with the sheet in view in view afterwards. */
export function quietly<T>(app: WpsApplication, work: () => T): T {
  const { ActiveSheet: before, DisplayAlerts: alerts, ScreenUpdating: updating } = app;
  app.DisplayAlerts = false;
  app.ScreenUpdating = false;
  try {
    return work();
  } finally {
    attempt(() => {
      if (before && app.ActiveSheet?.Name !== before.Name) before.Activate();
    });
    app.DisplayAlerts = alerts;
    app.ScreenUpdating = updating;
  }
}
