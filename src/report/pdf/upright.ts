import type { Content, RawGlyph } from "./content";
import type { Glyph, PdfPage, Rule } from "./page";

/** Quarter turns that a text's direction is away from left to right. */
function turnsOf({ along: [x, y] }: RawGlyph): 0 | 1 | 2 | 3 {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

/** Leaning further than this (as a share of its length), a character stands in no line. */
const ASLANT = 0.15;
const isAslant = ({ along: [x, y] }: RawGlyph): boolean => Math.min(Math.abs(x), Math.abs(y)) > ASLANT * Math.max(Math.abs(x), Math.abs(y));

/** Old forms of characters that stand for the usual ones: radicals, ligatures. */
const usual = (text: string): string => text.replace(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"));

/** The page turned so that most of its text runs from left to right; what lies outside of it is left out. */
export function uprightPage(number: number, width: number, height: number, content: Content): PdfPage {
  const counts = [0, 0, 0, 0];
  const printed = content.glyphs.filter(({ text }) => text.trim() !== "");
  const upright = printed.filter((glyph) => !isAslant(glyph));
  for (const glyph of upright) counts[turnsOf(glyph)] = (counts[turnsOf(glyph)] ?? 0) + 1;
  const turns = counts.indexOf(Math.max(...counts));
  const turned = turns % 2 === 1;
  const move = (x: number, y: number): readonly [number, number] =>
    turns === 0 ? [x, y] : turns === 1 ? [y, width - x] : turns === 2 ? [width - x, height - y] : [height - y, x];
  const [w, h] = turned ? [height, width] : [width, height];
  const rule = ({ across, at, from, to }: Rule): Rule => {
    const [x1, y1] = across ? move(from, at) : move(at, from);
    const [x2, y2] = across ? move(to, at) : move(at, to);
    return across !== turned
      ? { across: true, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
      : { across: false, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  };
  const glyph = (raw: RawGlyph): Glyph => {
    const [x1, base] = move(raw.x, raw.y);
    const [x2] = move(raw.x + raw.along[0], raw.y + raw.along[1]);
    return { text: usual(raw.text), left: Math.min(x1, x2), right: Math.max(x1, x2), base, size: raw.size };
  };
  const onPage = ({ left, right, base }: Glyph): boolean => right > 0 && left < w && base > 0 && base < h + 5;
  return {
    number,
    width: w,
    height: h,
    pictures: content.pictures,
    aslant: printed
      .filter(isAslant)
      .map(({ text }) => usual(text))
      .join(""),
    madeOut: content.pictures > 0 && printed.filter(({ unseen }) => unseen).length > printed.length / 2,
    glyphs: printedOnce(downwards(upright, turns).map(glyph).filter(onPage)),
    rules: content.rules.map(rule),
  };
}

/** Words that run upwards on the page as it lies are turned over in place, so that they read from above down. */
function downwards(glyphs: readonly RawGlyph[], turns: number): RawGlyph[] {
  const result: RawGlyph[] = [];
  let run: RawGlyph[] = [];
  const flush = (): void => {
    result.push(...run.map((glyph, index) => ({ ...glyph, ...placeOf(run[run.length - 1 - index] ?? glyph) })));
    run = [];
  };
  for (const glyph of glyphs) {
    const last = run.at(-1);
    const rises = turnsOf(glyph) === (turns + 3) % 4;
    if (!rises || (last && !follows(last, glyph))) flush();
    if (rises) run.push(glyph);
    else result.push(glyph);
  }
  flush();
  return result;
}

const placeOf = ({ x, y, along }: RawGlyph): Pick<RawGlyph, "x" | "y" | "along"> => ({ x, y, along });

/** Whether a character stands behind the one before, in their own direction. */
const follows = ({ x, y, along, size }: RawGlyph, next: RawGlyph): boolean =>
  Math.hypot(next.x - x - along[0], next.y - y - along[1]) < 1.5 * size;

/** Bold is made by printing twice: the same character a hair away is one. */
function printedOnce(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const key = (glyph: Glyph, right: number, down: number): string =>
    `${glyph.text} ${Math.round(glyph.left / 3) + right} ${Math.round(glyph.base / 3) + down}`;
  const same = (a: Glyph, b: Glyph): boolean => Math.abs(a.left - b.left) < a.size * 0.2 && Math.abs(a.base - b.base) < a.size * 0.2;
  const around = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const));
  return glyphs.filter((glyph) => {
    if (around.some(([right, down]) => seen.get(key(glyph, right, down))?.some((other) => same(glyph, other)))) return false;
    const place = key(glyph, 0, 0);
    const others = seen.get(place);
    if (others) others.push(glyph);
    else seen.set(place, [glyph]);
    return true;
  });
}
