import type { DraftStyle, SheetDraft } from "../../workbook/draft";
import { movedSheet } from "../own-sheet";
import { draftGrid, type Entry } from "./grid";

/** Styles of what a sheet is found again by: where another text stands there now, rows or columns have moved. */
const LANDMARKS: readonly DraftStyle[] = ["label", "heading"];

/** What a sheet holds now; 0-based, "" where blank. */
export interface Held {
  readonly at: (row: number, column: number) => unknown;
  /** First row and column beyond what is used, be it by formats only. */
  readonly bottom: number;
  readonly right: number;
}

export interface Change {
  readonly row: number;
  readonly column: number;
  readonly entry: Entry;
  readonly style: DraftStyle;
  readonly format: string;
}

/** The same content, as far as Excel tells it: text without its apostrophe, TRUE in capitals. */
const shown = (entry: unknown): string => (typeof entry === "boolean" ? String(entry).toUpperCase() : String(entry)).replace(/^'/, "");
export const isFormula = (entry: unknown): boolean => typeof entry === "string" && entry.startsWith("=");

/**
 * What a draft adds to a sheet that somebody has filled in: blank cells are filled, formulas renewed; whatever else stands
 * there stays, also what was typed after the draft was made. Throws where the rows or columns have moved since.
 */
export function changesOf(draft: SheetDraft, now: Held): Change[] {
  const { entries, formats } = draftGrid(draft);
  return entries.flatMap((line, row) =>
    line.flatMap((entry, column): Change[] => {
      const [held, style] = [now.at(row, column), draft.rows[row]?.cells[column]?.style ?? "blank"];
      if (entry === "" || shown(held) === shown(entry)) return [];
      if (held !== "" && LANDMARKS.includes(style) && !isFormula(held)) throw movedSheet(draft.name);
      return held === "" || (isFormula(held) && isFormula(entry))
        ? [{ row, column, entry, style, format: formats[row]?.[column] ?? "General" }]
        : [];
    }),
  );
}

/** Changes side by side in one row are written together. */
export function runs(changes: readonly Change[]): Change[][] {
  const all: Change[][] = [];
  for (const change of changes) {
    const last = all.at(-1)?.at(-1);
    if (last?.row === change.row && last.column + 1 === change.column) all.at(-1)?.push(change);
    else all.push([change]);
  }
  return all;
}

/** Lists of offers for the rows that the draft adds below what is used. */
export const newLists = (draft: SheetDraft, { bottom }: Pick<Held, "bottom">): SheetDraft["lists"] =>
  draft.lists.flatMap(({ area, values }) =>
    draft.rows.length > bottom && area.bottom >= bottom ? [{ values, area: { ...area, top: Math.max(area.top, bottom) } }] : [],
  );
