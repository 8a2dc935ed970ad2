import type { CellRef } from "../../amount/cell-ref";
import type { PlainWorkbook } from "../../workbook/plain";
import { cellText } from "./peek";

/** Half and full width, capitals and separators of thousands make no difference to what is meant. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Cells of these sheets that say or hold `words`, in reading order: as printed (1,219.53), or as typed (1219.53). */
export function cellsSaying(sheets: PlainWorkbook["sheets"], words: string): readonly CellRef[] {
  const sought = plain(words.trim());
  if (sought === "") return [];
  return sheets.flatMap((sheet) =>
    sheet.values.flatMap((line, r) =>
      line.flatMap((value, c): CellRef[] => {
        if (value === null) return [];
        const shown = plain(cellText(value, sheet.formats[r]?.[c]));
        const says = shown.includes(sought) || (typeof value === "number" && String(Number(value.toPrecision(15))).includes(sought));
        return says ? [{ sheet: sheet.name, row: sheet.top + r, column: sheet.left + c }] : [];
      }),
    ),
  );
}

/** Which of the found cells comes after (or before) the active one, round and round; -1 where nothing is found. */
export function followingFound(
  found: readonly CellRef[],
  sheets: readonly { readonly name: string }[],
  from: CellRef | undefined,
  step: 1 | -1 | 0,
): number {
  const order = new Map(sheets.map(({ name }, position) => [name, position]));
  const after = (a: CellRef, b: CellRef): number =>
    (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row || a.column - b.column;
  if (found.length === 0) return -1;
  if (!from) return 0;
  if (step === -1) {
    const before = found.filter((cell) => after(cell, from) < 0).length;
    return (before === 0 ? found.length : before) - 1;
  }
  const next = found.findIndex((cell) => (step === 1 ? after(cell, from) > 0 : after(cell, from) >= 0));
  return Math.max(next, 0);
}
