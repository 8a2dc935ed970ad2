import { textOf } from "./lines";
import { BAND } from "./page";
import type { PageBlock, PageLayout, PageLine } from "./layout";

/** The same words at the same height on as many pages are a running head. */
const OFTEN = 3;
const PAGE_NUMBERS = [
  /^[-—–－·•\s]*\d{1,4}[-—–－·•\s]*$/,
  /^第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:[，,/、\s]*共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?$/,
  /^\d{1,4}\s*\/\s*\d{1,4}$/,
  /^[ivxlc]{1,6}$/i,
  /^(?:Page|P\.?)\s*\d{1,4}(?:\s*of\s*\d{1,4})?$/i,
  /^页(?:码|次)[:：]?\s*\d{1,4}(?:\s*\/\s*\d{1,4})?$/,
];
const isPageNumber = (text: string): boolean => PAGE_NUMBERS.some((form) => form.test(text));
/** What stands above tables may well stand at the same height on every page. */
const TABLE_HEAD = /单位|部门[:：]|表\s*(?:\d+\s*)?$|^(?:附|公开)?表/;

const inBand = ({ line }: PageLine, height: number): boolean => line.base < height * BAND || line.base > height * (1 - BAND);
const isLine = (block: PageBlock): block is PageLine => block.kind === "line";

/** A number at the beginning or end of a line that counts on with the pages is the page's number. */
const AT_EDGE = /^\d{1,4}(?![\d.,，年])|(?<![\d.,，])\d{1,4}$/;

/** The line without its page's number, and how far that number is ahead of the page's place; null: it has none. */
function numbered(text: string, page: number): { readonly words: string; readonly ahead: number | null } {
  const found = AT_EDGE.exec(text);
  return found ? { words: text.replace(AT_EDGE, "#"), ahead: Number(found[0]) - page } : { words: text, ahead: null };
}

/** The pages without their running heads, feet and page numbers. */
export function withoutRunning(layouts: readonly PageLayout[]): PageLayout[] {
  const key = (one: PageLine, page: number): string => {
    const { words, ahead } = numbered(textOf(one.line), page);
    return `${words} ${String(ahead)} ${String(Math.round(one.line.base / 4))}`;
  };
  const counts = new Map<string, number>();
  for (const { page, blocks } of layouts)
    for (const one of blocks.filter(isLine))
      if (inBand(one, page.height)) counts.set(key(one, page.number), (counts.get(key(one, page.number)) ?? 0) + 1);
  return layouts.map(({ page, blocks }) => {
    const outermost = new Set([blocks[0], blocks.at(-1)]);
    const runs = (block: PageBlock): boolean => {
      if (!isLine(block) || !inBand(block, page.height)) return false;
      const text = textOf(block.line);
      if (isPageNumber(text)) return outermost.has(block);
      return !TABLE_HEAD.test(text) && (counts.get(key(block, page.number)) ?? 0) >= Math.max(OFTEN, layouts.length / 4);
    };
    return { page, blocks: blocks.filter((block) => !runs(block)) };
  });
}
