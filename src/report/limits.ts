import type { Report } from "./report";

/** Beyond these a file is no report but an attack on its reader. */
export const limits = {
  /** Bytes of all parts of a Word file, pictures included. */
  unpacked: 200_000_000,
  /** Characters of a report's paragraphs and cells, and of one of them. */
  characters: 600_000,
  longest: 60_000,
  /** Paragraphs, and table rows, of a report. */
  blocks: 20_000,
  /** Elements of one XML part. */
  elements: 400_000,
  /** Cells of one table, joined ones counted for every place they cover. */
  cells: 400_000,
  /** Characters of one PDF. */
  glyphs: 600_000,
  pages: 1000,
  /** Ruled lines of one page, and places of one ruled table. */
  rules: 40_000,
  places: 100_000,
} as const;

/** A file that goes beyond them. */
export class TooLarge extends Error {
  constructor() {
    super("the file is too large to be a report");
    this.name = "TooLarge";
  }
}

/** The report, where it is no larger than reports are. Throws `TooLarge`. */
export function withinLimits(report: Report): Report {
  let [characters, blocks] = [0, 0];
  const count = (text: string): void => {
    characters += text.length;
    if (text.length > limits.longest || characters > limits.characters) throw new TooLarge();
  };
  for (const block of report.blocks) {
    blocks += block.kind === "table" ? block.rows.length : 1;
    if (blocks > limits.blocks) throw new TooLarge();
    if (block.kind === "paragraph") count(block.text);
    else for (const row of block.rows) for (const { text } of row) count(text);
  }
  return report;
}
