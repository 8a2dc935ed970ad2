import { isUnfinishedName } from "../own-sheet";
import type { OwnWriting, Told } from "./own-writing";
import type { Timing } from "./session";
import { inExcel } from "./session";

/** Written by this add-in itself: not a change of the user's. */
const OWN = "ThisLocalAddin";

interface Change extends Told {
  /** Who has changed cells, in editions that say so. */
  readonly triggerSource?: string;
}

/**
 * Calls back after the user's changes: cells, and sheets added or deleted. The name is "" when the sheet is already gone.
 * Resolves to the function that stops it, which never throws: a closed workbook has stopped by itself.
 */
export async function watchChanges(timing: Timing, own: OwnWriting, handler: (sheet: string) => void): Promise<() => Promise<void>> {
  const heard = async (event: Change): Promise<void> => {
    if (event.triggerSource === undefined ? await own.isOwn(event) : event.triggerSource === OWN) return;
    const name = await nameOf(event.worksheetId);
    // Work that was given up may be finished by Excel later: nobody sees its sheet.
    if (!isUnfinishedName(name)) handler(name);
  };
  const results = await inExcel(timing, async (context, sync) => {
    const { worksheets } = context.workbook;
    const added = [worksheets.onChanged.add(heard), worksheets.onAdded.add(heard), worksheets.onDeleted.add(heard)];
    await sync();
    return added;
  });
  return async () => {
    const [first] = results;
    if (!first) return;
    try {
      await Excel.run(first.context, async (context) => {
        for (const result of results) result.remove();
        await context.sync();
      });
    } catch {
      // The workbook is closed or Excel is busy: the handlers end with the pane.
    }
  };
}

/** Events carry the sheet's id, which outlives renaming; the name is asked for each time. */
async function nameOf(id: string): Promise<string> {
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load("name");
      await context.sync();
      return sheet.isNullObject ? "" : sheet.name;
    });
  } catch {
    return "";
  }
}
