import type { Entry } from "../draft/grid";
import type { WpsRange } from "./model";

/** Whether a text would be read as a formula, a number, a date, an error or a truth value when it is typed in. */
export const isDoubtful = (words: string): boolean =>
  /^[=+\-@'#]/.test(words) || /^(?:true|false)$/i.test(words) || (words.length < 64 && /\d/.test(words));

/** The text of an entry; null where it is a number or a formula. An apostrophe stands before every text. */
export const textOf = (entry: Entry): string | null => (typeof entry === "string" && entry.startsWith("'") ? entry.slice(1) : null);

/** Types into a cell of this tool's own: text that could be read as something else goes into a cell that is text. */
export function enter(cell: WpsRange, entry: Entry, format: string | null): void {
  const words = textOf(entry);
  const wanted = words !== null && isDoubtful(words) ? "@" : format;
  if (wanted !== null && wanted !== "General") cell.NumberFormat = wanted;
  // A first apostrophe is taken for the mark of a text, and not kept.
  if (words !== null) cell.Value2 = words.startsWith("'") ? `'${words}` : words;
  else if (typeof entry === "number") cell.Value2 = entry;
  else cell.Formula = entry;
}
