import { ruledGrids, type RuledGrid } from "./grid";
import { linesOfGlyphs, type TextLine } from "./lines";
import { BAND, type Glyph, type PdfPage } from "./page";
import { fillGrid, holdsText, type PageTable } from "./ruled-table";
import { unruledTables } from "./unruled-table";

export interface PageLine {
  readonly kind: "line";
  readonly line: TextLine;
  readonly top: number;
}

export type PageBlock = PageLine | PageTable;

export interface PageLayout {
  readonly page: PdfPage;
  /** From top to bottom; of tables side by side the left one first. */
  readonly blocks: readonly PageBlock[];
}

const area = ({ xs, ys }: RuledGrid): number => ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));

/** Frames around the whole page, and lines that rule off a head, hold nothing that is a table. */
const areCells = ({ rows }: PageTable): boolean => rows.length * (rows[0]?.length ?? 0) > 1;
const texts = ({ rows }: PageTable): number => rows.flat().filter((text) => text !== "").length;

/** Whether all else on the page stands below it, a running head apart: there a table goes on from the page before. */
const isTopmost = ({ bottom }: PageTable, others: readonly Glyph[], height: number): boolean =>
  others.every(({ base, size }) => base - size >= bottom || base < height * BAND);

/** A page as lines of text and tables. */
export function layoutOf(page: PdfPage): PageLayout {
  let rest: readonly Glyph[] = page.glyphs;
  const tables: PageTable[] = [];
  // Smaller tables first: a table in a frame keeps its own characters.
  for (const grid of ruledGrids(page.rules)
    .filter((one) => holdsText(one, rest))
    .sort((a, b) => area(a) - area(b))) {
    const { table, outside } = fillGrid(grid, rest);
    if (!areCells(table) || texts(table) === 0) continue;
    if (texts(table) === 1 && !isTopmost(table, outside, page.height)) continue;
    const kept = new Set(outside);
    tables.push(texts(table) > 1 ? table : { ...table, scrap: linesOfGlyphs(rest.filter((glyph) => !kept.has(glyph))) });
    rest = outside;
  }
  const { tables: unruled, rest: lines } = unruledTables(linesOfGlyphs(rest));
  const blocks: PageBlock[] = [
    ...tables,
    ...unruled,
    ...lines.map((line): PageLine => ({ kind: "line", line, top: line.base - line.size })),
  ];
  const left = (block: PageBlock): number => (block.kind === "line" ? block.line.left : (block.xs[0] ?? 0));
  const beside = (a: PageBlock, b: PageBlock): boolean =>
    a.kind === "table" &&
    b.kind === "table" &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
  return { page, blocks: blocks.sort((a, b) => (beside(a, b) ? left(a) - left(b) : a.top - b.top)) };
}
