import type { DraftArea, DraftCell } from "../../workbook/draft";

/** A column, or a heading over several. */
export interface Heading {
  readonly head: string;
  readonly width?: number;
  readonly under?: readonly Heading[];
}

export const head = (text: string, width?: number): Heading => (width === undefined ? { head: text } : { head: text, width });
export const over = (text: string, ...under: readonly Heading[]): Heading => ({ head: text, under });

/** The lowest headings, left to right. */
export function leaves(headings: readonly Heading[]): readonly Heading[] {
  return headings.flatMap((heading) => (heading.under ? leaves(heading.under) : [heading]));
}

/** Heading rows with their merged cells: groups span their columns, columns reach down to the last heading row. */
export function headingRows(headings: readonly Heading[], top: number): { readonly rows: readonly (readonly DraftCell[])[]; readonly merges: readonly DraftArea[] } {
  const depth = Math.max(...headings.map(depthOf));
  const width = leaves(headings).length;
  const grid = Array.from({ length: depth }, () => Array.from({ length: width }, (): DraftCell => ({ value: null, style: "heading" })));
  const merges: DraftArea[] = [];
  const put = (level: readonly Heading[], row: number, left: number): void => {
    let column = left;
    for (const { head: text, under } of level) {
      const right = column + (under ? leaves(under).length : 1) - 1;
      const bottom = under ? row : depth - 1;
      const line = grid[row];
      if (line) line[column] = { value: text, style: "heading" };
      if (right > column || bottom > row) merges.push({ top: top + row, left: column, bottom: top + bottom, right });
      if (under) put(under, row + 1, column);
      column = right + 1;
    }
  };
  put(headings, 0, 0);
  return { rows: grid, merges };
}

function depthOf({ under }: Heading): number {
  return under ? 1 + Math.max(...under.map(depthOf)) : 1;
}
