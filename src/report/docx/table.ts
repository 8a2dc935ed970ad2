import { limits, TooLarge } from "../limits";
import { blankCell, type GridCell, type MergedArea } from "../report";
import { childOf, childrenOf, within, type XmlElement } from "../xml";

/** A table's rows and cells, content controls and tags around them opened. */
export interface DocxCell {
  readonly element: XmlElement;
  readonly span: number;
  readonly goesOn: boolean;
}

const WRAPPERS = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"]);
const WIDEST = 1000;

/** Children of that name, through what is wrapped around them. */
export function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => (child.name === name ? [child] : WRAPPERS.has(child.name) ? unwrapped(child, name) : []));
}

export const rowsOf = (table: XmlElement): readonly XmlElement[] =>
  unwrapped(table, "w:tr").filter((row) => !within(row, "w:trPr", "w:del") && !childOf(childOf(row, "w:trPr"), "w:moveFrom"));

/** Whether a cell goes on with the one above (vMerge) or, in files of older programs and WPS, with the one before (hMerge). */
const continues = (cell: XmlElement, merge: "w:vMerge" | "w:hMerge"): boolean => {
  const found = within(cell, "w:tcPr", merge);
  return found !== undefined && (found.attributes["w:val"] ?? "continue") === "continue";
};

const spanOf = (cell: XmlElement): number => {
  const span = Number(within(cell, "w:tcPr", "w:gridSpan")?.attributes["w:val"] ?? 1);
  return span >= 1 && span <= WIDEST ? Math.floor(span) : 1;
};

export function cellsOf(row: XmlElement): readonly DocxCell[] {
  const cells: DocxCell[] = [];
  for (const element of unwrapped(row, "w:tc")) {
    const [last, span] = [cells.at(-1), spanOf(element)];
    // What a covered cell holds is not shown.
    if (last && continues(element, "w:hMerge")) cells[cells.length - 1] = { ...last, span: Math.min(WIDEST, last.span + span) };
    else cells.push({ element, span, goesOn: continues(element, "w:vMerge") });
  }
  return cells;
}

const skipped = (row: XmlElement, name: string): number =>
  Math.min(WIDEST, Math.max(0, Number(within(row, "w:trPr", name)?.attributes["w:val"] ?? 0) || 0));

/** The table as a grid. `read` gives a cell's own content. */
export function gridOf(
  table: XmlElement,
  read: (cell: XmlElement) => GridCell,
): { readonly rows: GridCell[][]; readonly merges: MergedArea[] } {
  const rows: GridCell[][] = [];
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  let places = 0;
  let open = new Map<number, (typeof areas)[number]>();
  rowsOf(table).forEach((row, r) => {
    const line: GridCell[] = new Array<GridCell>(skipped(row, "w:gridBefore")).fill(blankCell);
    const next = new Map<number, (typeof areas)[number]>();
    for (const { element, span, goesOn } of cellsOf(row)) {
      const left = line.length;
      const above = open.get(left);
      const continued = goesOn && above !== undefined;
      const area = continued ? above : { top: r, left, bottom: r, right: left + span - 1 };
      area.bottom = r;
      if (!continued) areas.push(area);
      next.set(left, area);
      // What a covered cell holds is not shown.
      line.push(continued ? blankCell : read(element), ...new Array<GridCell>(span - 1).fill(blankCell));
    }
    open = next;
    rows.push(line);
    if ((places += line.length) > limits.cells) throw new TooLarge();
  });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * rows.length > limits.cells) throw new TooLarge();
  for (const row of rows) while (row.length < width) row.push(blankCell);
  return { rows, merges: areas.filter(({ top, left, bottom, right }) => bottom > top || right > left) };
}
