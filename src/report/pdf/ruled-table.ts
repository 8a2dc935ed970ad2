import type { MergedArea } from "../report";
import type { RuledGrid } from "./grid";
import { joinedText, linesOfGlyphs, textOf, type TextLine } from "./lines";
import { middle, type Glyph } from "./page";

/** A table on one page. */
export interface PageTable {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedArea[];
  /** Where its columns begin and end; for tables that go on over the page. */
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** Of the last row: how many characters more its cells would hold; little where words may go on over the page. */
  readonly room: readonly number[];
  /** The lines of a ruled area with one text only: no table, unless it goes on from the page before. */
  readonly scrap: readonly TextLine[] | null;
}

const isInside = ({ xs, ys }: RuledGrid, x: number, y: number): boolean =>
  x > (xs[0] ?? 0) - 1 && x < (xs.at(-1) ?? 0) + 1 && y > (ys[0] ?? 0) - 1 && y < (ys.at(-1) ?? 0) + 1;

/** Between which two of the positions a value lies. */
const slot = (positions: readonly number[], value: number): number =>
  Math.min(positions.length - 2, Math.max(0, positions.filter((position) => position <= value).length - 1));

/** Whether any character of the page stands in the grid. */
export const holdsText = (grid: RuledGrid, glyphs: readonly Glyph[]): boolean =>
  glyphs.some((glyph) => isInside(grid, middle(glyph).x, middle(glyph).y));

/** Puts the characters into the cells they stand in, each by its middle; gives back those outside. */
export function fillGrid(grid: RuledGrid, glyphs: readonly Glyph[]): { readonly table: PageTable; readonly outside: readonly Glyph[] } {
  const { xs, ys, cells } = grid;
  const columns = xs.length - 1;
  const cellAt = new Map<number, number>();
  cells.forEach((cell, index) => {
    for (let row = cell.top; row <= cell.bottom; row++)
      for (let column = cell.left; column <= cell.right; column++) cellAt.set(row * columns + column, index);
  });
  const inside: Glyph[][] = cells.map(() => []);
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const { x, y } = middle(glyph);
    const at = isInside(grid, x, y) ? cellAt.get(slot(ys, y) * columns + slot(xs, x)) : undefined;
    if (at === undefined) outside.push(glyph);
    else inside[at]?.push(glyph);
  }
  const room = new Array<number>(columns).fill(Infinity);
  const rows = Array.from({ length: ys.length - 1 }, () => new Array<string>(columns).fill(""));
  cells.forEach((cell, index) => {
    const row = rows[cell.top];
    const lines = linesOfGlyphs(inside[index] ?? []);
    const last = lines.at(-1);
    if (row) row[cell.left] = lines.map(textOf).reduce(joinedText, "");
    if (cell.bottom === ys.length - 2 && last) room[cell.left] = ((xs[cell.right + 1] ?? 0) - last.right) / last.size;
  });
  const merges = cells.filter(({ top, left, bottom, right }) => bottom > top || right > left);
  return { table: { kind: "table", rows, merges, xs, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, room, scrap: null }, outside };
}
