import { isBlankText, type Block, type Report, type ReportParagraph, type ReportTable, type Unread } from "../report";
import { layoutOf, type PageLayout } from "./layout";
import { ILLEGIBLE, type PdfPage } from "./page";
import { proseOf, type PlacedLine } from "./paragraphs";
import { joinedTables, type Loose } from "./over-pages";
import type { TextLine } from "./lines";
import type { PageTable } from "./ruled-table";
import { withoutRunning } from "./running";

/** Whether a page is a picture with hardly a character on it. */
const isPicture = ({ glyphs, pictures }: PdfPage): boolean => glyphs.length < 5 && (pictures > 0 || glyphs.length === 0);

/** Whether all pages are pictures: scanned, with no text layer. */
export const isScan = (pages: readonly PdfPage[]): boolean => pages.length > 0 && pages.every(isPicture);

const illegible = ({ glyphs }: PdfPage): number => glyphs.filter(({ text }) => text === ILLEGIBLE).length;

/** Whether of most signs the file does not say what characters they are: what stands there can be seen, not read. */
export const isIllegible = (pages: readonly PdfPage[]): boolean => {
  const all = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  return all > 0 && pages.reduce((sum, page) => sum + illegible(page), 0) > all / 2;
};

/** What is on a page and was not read, or not surely. */
function unreadOn(page: PdfPage): string[] {
  return [
    ...(page.pictures > 0 && isPicture(page) ? ["整页是图片，没有文字"] : []),
    ...(page.madeOut && !isPicture(page) ? ["文字是扫描后识别出来的，可能认错，请对照原件"] : []),
    ...(illegible(page) > 0 ? [`有${String(illegible(page))}个字的字体没有文字对照，读不出是什么字`] : []),
    ...(page.aslant === "" ? [] : [`斜放的文字（水印）“${Array.from(page.aslant).slice(0, LONGEST_MARK).join("")}”`]),
  ];
}

const LONGEST_MARK = 30;

/** The pages of a PDF as blocks. */
export function readPages(pages: readonly PdfPage[], name: string): Report {
  const layouts = withoutRunning(pages.map(layoutOf));
  const unread = pages.flatMap((page) => unreadOn(page).map((what): Unread => ({ what, paragraph: 0, page: page.number })));
  return { name, kind: "pdf", blocks: numbered(joinedTables(blocksOf(layouts))), unread };
}

/** Margins of running text: of all pages of that width, where most lines begin and end. */
function marginsOf(layouts: readonly PageLayout[]): (width: number) => PlacedLine["margins"] {
  const known = new Map<number, PlacedLine["margins"]>();
  return (width) => {
    const key = Math.round(width);
    const found = known.get(key);
    if (found) return found;
    const lines = layouts
      .filter(({ page }) => Math.round(page.width) === key)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "line" ? [block.line] : [])));
    const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);
    const lefts = sorted(lines.filter((line) => line.glyphs.length > 12).map(({ left }) => left));
    const rights = sorted(lines.filter((line) => line.glyphs.length > 12).map(({ right }) => right));
    const margins = { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.75)] ?? width };
    known.set(key, margins);
    return margins;
  };
}

const gridOf = (table: PageTable, page: number): ReportTable => ({
  kind: "table",
  paragraph: 0,
  page,
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
      const placed = (line: TextLine): PlacedLine => ({ line, page: page.number, margins: margins(page.width) });
      if (block.kind === "line") {
        lines.push(placed(block.line));
        continue;
      }
      flush();
      loose.push({
        kind: "table",
        table: gridOf(block, page.number),
        xs: block.xs,
        room: block.room,
        page: page.number,
        scrap: block.scrap?.map(placed) ?? null,
      });
    }
  flush();
  return loose;
}

function numbered(blocks: readonly Loose[]): Block[] {
  let paragraph = 0;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === "table") return [{ ...block.table, paragraph }];
    return proseOf(block.lines)
      .filter(({ text }) => !isBlankText(text))
      .map(({ text, page }): ReportParagraph => ({
        kind: "paragraph",
        text,
        level: null,
        role: "body",
        source: null,
        paragraph: ++paragraph,
        page,
      }));
  });
}
