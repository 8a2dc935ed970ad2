import { address } from "../../amount/cell-ref";
import type { DraftArea, DraftCell, DraftStyle, SheetDraft } from "../../workbook/draft";
import { LOOKS } from "./looks";

/** What is put into a cell: Excel and WPS read it as if typed. */
export type Entry = string | number;

/** The draft as a full rectangle, ready to be typed in. */
export interface DraftGrid {
  readonly width: number;
  readonly entries: readonly (readonly Entry[])[];
  readonly formats: readonly (readonly string[])[];
  /** Addresses of the cells of each kind, as large rectangles. */
  readonly styles: ReadonlyMap<DraftStyle, readonly string[]>;
  /** The same for the cells of rows from `bottom` on and of columns from `right` on. */
  readonly stylesFrom: (bottom: number, right: number) => ReadonlyMap<DraftStyle, readonly string[]>;
}

/** Excel's own limit, in characters, of what a cell holds. */
const LONGEST_TEXT = 32_767;

/** A text that no cell holds is cut, and seen to be. */
const fitting = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text);

/** An apostrophe keeps any text as text: "=A1", "-", "01", "2026-1", "TRUE" are none of our formulas, numbers or dates. */
export function entryOf(value: string | number | null): Entry {
  if (value === null || value === "") return "";
  return typeof value === "number" ? value : `'${fitting(value)}`;
}

/** A formula entered into a cell formatted as text would stay text. */
function formatOf(cell: DraftCell | undefined): string {
  if (!cell) return "General";
  const { format } = LOOKS[cell.style];
  return format === "@" && (cell.formula !== undefined || typeof cell.value === "number") ? "General" : format;
}

export function draftGrid(draft: SheetDraft): DraftGrid {
  const width = Math.max(1, draft.columnWidths.length, ...draft.rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, c) => c);
  return {
    width,
    entries: draft.rows.map((row) => columns.map((c) => row.cells[c]?.formula ?? entryOf(row.cells[c]?.value ?? null))),
    formats: draft.rows.map((row) => columns.map((c) => formatOf(row.cells[c]))),
    styles: styleAreas(draft, () => true),
    stylesFrom: (bottom, right) => styleAreas(draft, (row, column) => row >= bottom || column >= right),
  };
}

/** Runs of one style along a row, joined with the same run in the row above, of the cells that are wanted. */
function styleAreas(draft: SheetDraft, wanted: (row: number, column: number) => boolean): Map<DraftStyle, string[]> {
  const found: { style: DraftStyle; area: { top: number; left: number; bottom: number; right: number } }[] = [];
  let above: typeof found = [];
  draft.rows.forEach((row, r) => {
    const here: typeof found = [];
    for (let left = 0; left < row.cells.length;) {
      if (!wanted(r, left)) {
        left += 1;
        continue;
      }
      const style = row.cells[left]?.style ?? "blank";
      let right = left;
      while (row.cells[right + 1]?.style === style) right += 1;
      const joined = above.find((run) => run.style === style && run.area.left === left && run.area.right === right);
      const run = joined ?? { style, area: { top: r, left, bottom: r, right } };
      run.area.bottom = r;
      if (!joined) found.push(run);
      here.push(run);
      left = right + 1;
    }
    above = here;
  });
  const areas = new Map<DraftStyle, string[]>();
  for (const { style, area } of found) areas.set(style, [...(areas.get(style) ?? []), areaAddress(area)]);
  return areas;
}

/** Excel's own limit, in characters, of a list written into a rule. */
const LONGEST_LIST = 255;

/** A list of offers as a rule takes it; null: no rule can keep it. */
export function listSource(values: readonly string[]): string | null {
  const source = values.join(",");
  return source === "" || source.length > LONGEST_LIST || values.some((value) => value.includes(",")) ? null : source;
}

export function areaAddress(area: DraftArea): string {
  const first = address({ row: area.top, column: area.left });
  const last = address({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}
