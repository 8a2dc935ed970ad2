import type { WpsApplication, WpsEvent, WpsSheet, WpsWorkbook } from "./model";
import { held, usedArea } from "./ranges";
import { attempt, sheetsOf, text } from "./sheets";

const EVENTS: readonly WpsEvent[] = ["SheetChange", "WorkbookNewSheet", "SheetBeforeDelete"];

/** How often the sheet in view is looked at where WPS tells of nothing, in milliseconds. */
const LOOK_EVERY = 3000;
/** A larger sheet is known by its size only: reading it again and again would be felt. */
const MOST_CELLS = 20_000;

/** Whether a change is this tool's own. */
export type IsOurs = () => boolean;

/**
 * Calls back after the user's changes with the sheet's name, "" where it is not known. Editions differ in what they tell: until
 * the first event is heard, the sheet in view is looked at now and then as well. Returns the function that stops it.
 */
export function watchChanges(app: WpsApplication, workbook: WpsWorkbook, isOurs: IsOurs, handler: (sheet: string) => void): () => void {
  const look = looker(app, workbook, isOurs, handler);
  const heard = (...given: unknown[]): void => {
    const sheet = given.find(
      (one): one is Pick<WpsSheet, "Name" | "Parent"> => typeof one === "object" && one !== null && "Name" in one && "UsedRange" in one,
    );
    if (sheet && !belongs(sheet, workbook)) return;
    look.stop();
    if (!isOurs()) handler(sheet?.Name ?? "");
  };
  for (const event of EVENTS) attempt(() => app.ApiEvent.AddApiEventListener(event, heard));
  return () => {
    look.stop();
    for (const event of EVENTS) attempt(() => app.ApiEvent.RemoveApiEventListener(event, heard));
  };
}

/** Other workbooks tell of their changes too. */
const belongs = (sheet: Pick<WpsSheet, "Parent">, workbook: WpsWorkbook): boolean => {
  const owner = attempt(() => text((sheet.Parent as WpsWorkbook).FullName));
  return owner === null || owner === "" || owner === text(workbook.FullName);
};

/** What the sheet in view is known by. */
function looksOf(app: WpsApplication, workbook: WpsWorkbook): { readonly sheet: string; readonly looks: string } | null {
  return attempt(() => {
    const sheet = app.ActiveSheet;
    if (!sheet || !belongs(sheet, workbook)) return null;
    const area = usedArea(sheet);
    const names = sheetsOf(workbook).map(({ Name }) => Name);
    const small = area && (area.bottom - area.top + 1) * (area.right - area.left + 1) <= MOST_CELLS;
    return { sheet: sheet.Name, looks: JSON.stringify([names, area, small && held(sheet, area).values]) };
  });
}

function looker(
  app: WpsApplication,
  workbook: WpsWorkbook,
  isOurs: IsOurs,
  handler: (sheet: string) => void,
): { readonly stop: () => void } {
  let known = looksOf(app, workbook);
  const timer = setInterval(() => {
    const now = looksOf(app, workbook);
    const changed = now !== null && known?.sheet === now.sheet && known.looks !== now.looks;
    known = now ?? known;
    if (changed && !isOurs()) handler(now.sheet);
  }, LOOK_EVERY);
  return { stop: () => clearInterval(timer) };
}
