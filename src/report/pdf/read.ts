import { continued, repeatedHead } from "../join-tables";
import { isBlankText, type Block, type Report, type ReportParagraph, type ReportTable, type Unread } from "../report";
import { layoutOf, type PageLayout } from "./layout";
import { textOf } from "./lines";
import type { PdfPage } from "./page";
import { proseOf, type PlacedLine } from "./paragraphs";
import type { PageTable } from "./ruled-table";
import { withoutRunning } from "./running";

/** Whether pages hold pictures but hardly a character: scanned, with no text layer. */
export const isScan = (pages: readonly PdfPage[]): boolean => pages.length > 0 && pages.every(({ glyphs }) => glyphs.length < 5);

/** The pages of a PDF as blocks. */
export function readPages(pages: readonly PdfPage[], name: string): Report {
  const layouts = withoutRunning(pages.map(layoutOf));
  const unread: Unread[] = pages
    .filter(({ glyphs, pictures }) => glyphs.length < 5 && pictures > 0)
    .map(({ number }) => ({ what: "整页是图片，没有文字", paragraph: 0, page: number }));
  return { name, kind: "pdf", blocks: numbered(joinedTables(blocksOf(layouts))), unread };
}

type Loose = { readonly kind: "lines"; readonly lines: readonly PlacedLine[] } | { readonly kind: "table"; readonly table: ReportTable; readonly xs: readonly number[]; readonly page: number };

/** Margins of running text: of all pages of that width, where most lines begin and end. */
function marginsOf(layouts: readonly PageLayout[]): (width: number) => PlacedLine["margins"] {
  const known = new Map<number, PlacedLine["margins"]>();
  return (width) => {
    const key = Math.round(width);
    const found = known.get(key);
    if (found) return found;
    const lines = layouts.filter(({ page }) => Math.round(page.width) === key).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "line" ? [block.line] : [])));
    const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);
    const lefts = sorted(lines.filter((line) => line.glyphs.length > 12).map(({ left }) => left));
    const rights = sorted(lines.filter((line) => line.glyphs.length > 12).map(({ right }) => right));
    const margins = { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.75)] ?? width };
    known.set(key, margins);
    return margins;
  };
}

const gridOf = (table: PageTable, page: number): ReportTable => ({
  kind: "table", paragraph: 0, page,
  rows: table.rows.map((row) => row.map((text) => ({ text, source: null }))),
  merges: table.merges,
  rowPages: table.rows.map(() => page),
});

function blocksOf(layouts: readonly PageLayout[]): Loose[] {
  const margins = marginsOf(layouts);
  const loose: Loose[] = [];
  let lines: PlacedLine[] = [];
  const flush = (): void => {
    if (lines.length > 0) loose.push({ kind: "lines", lines });
    lines = [];
  };
  for (const { page, blocks } of layouts)
    for (const block of blocks) {
      if (block.kind === "line") {
        lines.push({ line: block.line, page: page.number, margins: margins(page.width) });
        continue;
      }
      flush();
      loose.push({ kind: "table", table: gridOf(block, page.number), xs: block.xs, page: page.number });
    }
  flush();
  return loose;
}

/** Pages differ by a hair in where they put the same column. */
const SAME_COLUMN = 6;
const sameColumns = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, index) => Math.abs(x - (b[index] ?? 0)) <= SAME_COLUMN);

const words = (block: Loose | undefined): string[] => (block?.kind === "lines" ? block.lines.map(({ line }) => textOf(line).replace(/[（(]?续表?[）)]?/g, "").replace(/\s/g, "")) : []);

/** Whether what stands between two tables only says again what stands above the first. */
const repeats = (between: Loose | undefined, above: Loose | undefined): boolean => {
  const said = new Set(words(above));
  return words(between).every((text) => text === "" || said.has(text));
};

/** A table that goes on over the page is one table; headings printed again are left out. */
function joinedTables(blocks: readonly Loose[]): Loose[] {
  const joined: Loose[] = [];
  for (const block of blocks) {
    const between = joined.at(-1)?.kind === "lines" ? joined.at(-1) : undefined;
    const last = joined.at(between ? -2 : -1);
    if (block.kind === "table" && last?.kind === "table" && block.page > (last.table.rowPages.at(-1) ?? last.page) && sameColumns(last.xs, block.xs)) {
      const above = joined.at(between ? -3 : -2);
      const skipped = repeatedHead(last.table, block.table);
      if (between === undefined || (skipped > 0 && repeats(between, above))) {
        if (between) joined.pop();
        joined[joined.length - 1] = { ...last, table: continued(last.table, block.table, skipped) };
        continue;
      }
    }
    joined.push(block);
  }
  return joined;
}

function numbered(blocks: readonly Loose[]): Block[] {
  let paragraph = 0;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === "table") return [{ ...block.table, paragraph }];
    return proseOf(block.lines)
      .filter(({ text }) => !isBlankText(text))
      .map(({ text, page }): ReportParagraph => ({ kind: "paragraph", text, level: null, role: "body", source: null, paragraph: ++paragraph, page }));
  });
}
