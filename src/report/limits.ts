/** Beyond these a file is no report but an attack on its reader. */
export const limits = {
  /** Elements of one XML part. */
  elements: 400_000,
  /** Cells of one table, joined ones counted for every place they cover. */
  cells: 400_000,
  /** Characters of one PDF. */
  glyphs: 1_000_000,
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
