import { readNotes } from "../../checks/notes";
import type { WorkbookDoor } from "../../hosts/door";
import { readChoices } from "../store/choices";
import type { Store } from "../store/store";

/** What is kept with the workbook, under which names. */
export const CHOICES_KEY = "budget.choices";
export const NOTES_KEY = "budget.notes";
/** true while this tool's marks stand on the sheets. */
export const MARKED_KEY = "budget.marked";

const loaded = new WeakSet<WorkbookDoor>();

/** Loads the user's choices and notes, and whether marks stand, once for each workbook. */
export async function loadKept(door: WorkbookDoor, store: Store): Promise<void> {
  if (loaded.has(door)) return;
  const choices = readChoices(await door.loadSetting(CHOICES_KEY));
  const notes = readNotes(await door.loadSetting(NOTES_KEY));
  const marked = (await door.loadSetting(MARKED_KEY)) === true;
  loaded.add(door);
  store.dispatch({ type: "kept", choices, notes, marked });
}
