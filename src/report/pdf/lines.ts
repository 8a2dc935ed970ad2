import { middle, type Glyph } from "./page";

/** Characters on one line, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Characters whose middles are nearer than this share of their size stand on one line. */
const LEVEL = 0.5;

/** Glyphs as lines from top to bottom. */
export function linesOfGlyphs(glyphs: readonly Glyph[]): TextLine[] {
  const lines: { glyphs: Glyph[]; y: number; size: number }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => middle(a).y - middle(b).y)) {
    const { y } = middle(glyph);
    const last = lines.at(-1);
    if (last && y - last.y <= LEVEL * Math.max(last.size, glyph.size)) {
      last.glyphs.push(glyph);
      last.size = Math.max(last.size, glyph.size);
    } else lines.push({ glyphs: [glyph], y, size: glyph.size });
  }
  return lines.map(({ glyphs: own, size }) => lineOf(own, size));
}

export function lineOf(glyphs: readonly Glyph[], size = Math.max(...glyphs.map((glyph) => glyph.size))): TextLine {
  const ordered = [...glyphs].sort((a, b) => a.left - b.left);
  return {
    glyphs: ordered,
    left: ordered[0]?.left ?? 0,
    right: Math.max(...ordered.map(({ right }) => right)),
    base: Math.max(...ordered.map(({ base }) => base)),
    size,
  };
}

const LATIN = /[A-Za-z0-9]/;

/** A gap wider than this, in sizes of the font, parts two things. */
const PARTING = 1.2;
/** A word's own letters may be spaced this wide, as long as all of them are. */
const LETTER_SPACED = 4;

/** Behind a whole amount even a narrow gap parts: printed to the right of its column, it stands close to the next one's words. */
const BEHIND_AMOUNT = 0.12;
const AMOUNT_END = /(?:^|[^\d.,])-?\d[\d,]*\.\d{2}$/;
const UNIT = /[万亿元%％‰个人辆台套件年月日]/;

function endsAmount(glyphs: readonly Glyph[], next: Glyph): boolean {
  const text = glyphs
    .slice(-20)
    .map((glyph) => glyph.text)
    .join("");
  return AMOUNT_END.test(text) && !/^[\d.,，。；、）)]/.test(next.text) && !UNIT.test(next.text);
}

/** The stretches of a line that a wide gap parts. Single letters spaced alike ("合　　计") are one word. */
export function segmentsOf(line: TextLine): TextLine[] {
  const segments: Glyph[][] = [];
  line.glyphs.forEach((glyph, index) => {
    const before = line.glyphs[index - 1];
    const gap = before ? glyph.left - before.right : 0;
    const last = segments.at(-1);
    const size = before ? Math.max(before.size, glyph.size) : 0;
    if (!last || gap > PARTING * size || (gap > BEHIND_AMOUNT * size && endsAmount(last, glyph))) segments.push([glyph]);
    else last.push(glyph);
  });
  return letterSpaced(segments).map((own) => lineOf(own, line.size));
}

const HAN = /^\p{sc=Han}$/u;

function letterSpaced(segments: readonly Glyph[][]): Glyph[][] {
  const joined: Glyph[][] = [];
  let gapBefore: number | null = null;
  for (const segment of segments) {
    const last = joined.at(-1);
    const [end, begin] = [last?.at(-1), segment[0]];
    const gap = end && begin ? begin.left - end.right : 0;
    const single = segment.length === 1 && HAN.test(begin?.text ?? "") && HAN.test(end?.text ?? "");
    const alike = gapBefore === null ? last?.length === 1 : Math.abs(gap - gapBefore) < 0.25 * (end?.size ?? 1);
    if (last && begin && single && alike && gap <= LETTER_SPACED * begin.size) {
      last.push(...segment);
      gapBefore = gap;
    } else {
      joined.push([...segment]);
      gapBefore = null;
    }
  }
  return joined;
}

/** A line's characters; a space only where words of letters or digits stand apart. */
export function textOf(line: TextLine): string {
  return line.glyphs
    .map((glyph, index) => {
      const before = line.glyphs[index - 1];
      const apart =
        before && glyph.left - before.right > 0.22 * glyph.size && LATIN.test(before.text.slice(-1)) && LATIN.test(glyph.text.charAt(0));
      return (apart ? " " : "") + glyph.text;
    })
    .join("");
}

/** Two lines of one cell or paragraph as one: amounts, codes and Chinese words go on without a space, letters with one. */
export function joinedText(before: string, after: string): string {
  const apart = /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after);
  return before + (apart ? " " : "") + after;
}
