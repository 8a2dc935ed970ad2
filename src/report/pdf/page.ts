/** Stands for a sign of which the file does not say what character it is. */
export const ILLEGIBLE = "\ufffd";

/** A page as it is printed: upright, in points from its upper left corner. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Pictures on the page: a scan is one without any text. */
  readonly pictures: number;
  /** Words that stand aslant, as watermarks do: they belong to no line and no table. */
  readonly aslant: string;
  /** Whether most of its characters are not painted: a scan with the words that a program made out. */
  readonly madeOut: boolean;
}

/** One printed character. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line it stands on. */
  readonly base: number;
  /** Height of its font. */
  readonly size: number;
}

/** A ruled line: `at` is its y (across) or x (down). */
export interface Rule {
  readonly across: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where a glyph's middle stands: what decides the cell it is in. */
export const middle = (glyph: Glyph): { readonly x: number; readonly y: number } => ({
  x: (glyph.left + glyph.right) / 2,
  y: glyph.base - glyph.size * 0.35,
});

/** How much of a page, above and below, may be running heads and page numbers. */
export const BAND = 0.12;
