import type { OpenedReport } from "./open-report";

/** An entry of the contents list, and whether a heading or table of these words follows. */
export interface ContentsEntry {
  readonly words: string;
  readonly found: boolean;
}

const bare = (text: string): string => text.normalize("NFKC").replace(/[\s\u3000]/g, "");
/** Dots and the page's number behind an entry. */
const LEADER = /(?<![.…·\-—_])[.…·\-—_]*(?:第?\d{1,3}页?)?$/;
const NUMBER =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|表\d{1,2}[:、.]?|\d{1,2}[、.])/;
const own = (text: string): string =>
  bare(text)
    .replace(LEADER, "")
    .replace(NUMBER, "")
    .replace(/^[、:.]/, "");

const FEWEST = 3;
const LONGEST = 120;

/** The contents list and what becomes of its entries; null where there is none. */
export function contentsOf({ lines }: OpenedReport): readonly ContentsEntry[] | null {
  const start = lines.findIndex(({ text }) => /^目录$/.test(bare(text)));
  if (start < 0) return null;
  const texts = lines.slice(start + 1).map(({ text }) => own(text));
  const first = texts.find((text) => text !== "");
  // The list ends where its first entry stands again.
  const end = first === undefined ? -1 : texts.indexOf(first, texts.indexOf(first) + 1);
  if (end < FEWEST || end > LONGEST) return null;
  const behind = new Set(texts.slice(end).flatMap((text) => text.split("\t")));
  return texts
    .slice(0, end)
    .filter((text) => text !== "" && text.length > 1)
    .map((words) => ({
      words,
      found: behind.has(words) || [...behind].some((text) => text.length < 80 && (text.endsWith(words) || text.startsWith(words))),
    }));
}
