import { SETTINGS_SHEET } from "../file/settings-sheet";
import { isUnfinishedName } from "../own-sheet";
import type { WpsApplication, WpsEvent, WpsSheet, WpsWorkbook } from "./model";
import { held, usedArea } from "./ranges";
import { attempt, has, sheetsOf, text } from "./sheets";

const EVENTS: readonly WpsEvent[] = ["SheetChange", "WorkbookNewSheet", "SheetBeforeDelete"];

/** Does something now and then; returns the function that ends it. */
export type Repeat = (work: () => void) => () => void;

/** Every three seconds: what is seen so late is only that results may be out of date. */
export const nowAndThen: Repeat = (work) => {
  const timer = setInterval(work, 3000);
  return () => clearInterval(timer);
};

/** A larger sheet is known by its size only: reading it again and again would be felt. */
const MOST_CELLS = 20_000;

export interface Watching {
  /** What stands there now is this tool's own doing. */
  readonly settle: () => void;
  readonly stop: () => void;
}

/**
 * Calls back after changes with the sheet's name, "" where it is not known. Editions differ in what they tell: until the first
 * event is heard, the sheet in view is looked at now and then as well.
 */
export function watchChanges(app: WpsApplication, workbook: WpsWorkbook, repeat: Repeat, handler: (sheet: string) => void): Watching {
  const look = looker(app, workbook, repeat, handler);
  const heard = (...given: unknown[]): void => {
    const sheet = given.find(isSheet);
    if (sheet && (isOurs(sheet.Name) || !belongs(sheet, workbook))) return;
    look.stop();
    handler(sheet?.Name ?? "");
  };
  for (const event of EVENTS) attempt(() => app.ApiEvent.AddApiEventListener(event, heard));
  return {
    settle: look.settle,
    stop: () => {
      look.stop();
      for (const event of EVENTS) attempt(() => app.ApiEvent.RemoveApiEventListener(event, heard));
    },
  };
}

const isSheet = (given: unknown): given is WpsSheet => has(given, "Name") && has(given, "UsedRange");

/** What is told of these comes late sometimes, and is never the user's. */
const isOurs = (name: string): boolean => name === SETTINGS_SHEET || isUnfinishedName(name);

/** Other workbooks tell of their changes too. */
const belongs = (sheet: Pick<WpsSheet, "Parent">, workbook: WpsWorkbook): boolean => {
  const owner = attempt(() => text((sheet.Parent as WpsWorkbook).FullName));
  return owner === null || owner === "" || owner === text(workbook.FullName);
};

/** What a sheet is known by. */
const looksOf = (sheet: WpsSheet): string | null =>
  attempt(() => {
    const area = usedArea(sheet);
    const small = area && (area.bottom - area.top + 1) * (area.right - area.left + 1) <= MOST_CELLS;
    return JSON.stringify([area, small && held(sheet, area).values]);
  });

const namesIn = (workbook: WpsWorkbook): string => (attempt(() => sheetsOf(workbook)) ?? []).map(({ Name }) => Name).join("\n");

function looker(app: WpsApplication, workbook: WpsWorkbook, repeat: Repeat, handler: (sheet: string) => void): Watching {
  const known = new Map<string, string | null>();
  let names = "";
  let stopped = false;
  const settle = (): void => {
    if (stopped) return;
    known.clear();
    for (const sheet of attempt(() => sheetsOf(workbook)) ?? []) known.set(sheet.Name, looksOf(sheet));
    names = namesIn(workbook);
  };
  settle();
  const end = repeat(() => {
    const sheet = attempt(() => app.ActiveSheet);
    const name = sheet?.Name ?? "";
    const looks = sheet && belongs(sheet, workbook) ? looksOf(sheet) : null;
    const now = namesIn(workbook);
    const changed = looks !== null && known.has(name) && known.get(name) !== looks;
    const moved = now !== names;
    if (looks !== null) known.set(name, looks);
    names = now;
    if (changed) handler(name);
    else if (moved) handler("");
  });
  return {
    settle,
    stop: () => {
      stopped = true;
      end();
    },
  };
}
