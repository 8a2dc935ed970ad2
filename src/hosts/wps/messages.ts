import type { WpsStorage } from "./model";

/** What the add-in's pages say to each other, each about one workbook by its full name. */
const PANE = "budget.pane.";
const PRESSED = "budget.pressed.";

/** What is stored under a key; "" where nothing is. Editions give an empty text, null or nothing for that. */
const stored = (storage: WpsStorage, key: string): string => {
  const value = storage.getItem(key);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** The pane that belongs to a workbook; null where it has none yet. */
export function paneOf(storage: WpsStorage, book: string): number | null {
  const id = Number(stored(storage, PANE + book));
  return Number.isFinite(id) && id > 0 ? id : null;
}

export function rememberPane(storage: WpsStorage, book: string, id: number): void {
  storage.setItem(PANE + book, String(id));
}

/** A workbook that was saved under another name keeps its pane. */
export function keepPane(storage: WpsStorage, before: string, now: string): void {
  const id = paneOf(storage, before);
  if (id !== null) rememberPane(storage, now, id);
  storage.removeItem(PANE + before);
}

/** A button of the ribbon was pressed. */
export function press(storage: WpsStorage, book: string, action: string): void {
  storage.setItem(PRESSED + book, action);
}

/** The button that was pressed and not answered yet. */
export function pressed(storage: WpsStorage, book: string): string | null {
  const action = stored(storage, PRESSED + book);
  if (action === "") return null;
  storage.removeItem(PRESSED + book);
  return action;
}
