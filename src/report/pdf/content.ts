import { applied, IDENTITY, matrixOf, times, type Matrix } from "./matrix";
import { rulesOf, type PathOperation } from "./path";
import { ILLEGIBLE, type Rule } from "./page";

/** One operation of a page's content, by the name the library gives it. */
export interface Operation {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface PdfFont {
  /** Of its glyphs' widths: 0.001 but for fonts drawn by procedures. */
  readonly scale: number;
  readonly vertical: boolean;
  /** Whether the file says which characters its signs stand for. */
  readonly legible: boolean;
}

/** A glyph as it lies on the page, in any direction. */
export interface RawGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** From its beginning to its end. */
  readonly along: readonly [number, number];
  readonly size: number;
  /** Printed without being painted: laid under the picture of a scanned page. */
  readonly unseen: boolean;
}

export interface Content {
  readonly glyphs: readonly RawGlyph[];
  readonly rules: readonly Rule[];
  readonly pictures: number;
}

interface Graphics {
  ctm: Matrix;
  font: PdfFont | null;
  size: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** How letters are painted, as PDF counts it. */
  rendering: number;
  /** What is drawn outside of it is not seen. */
  clip: Box;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];
/** How far a character's middle may lie outside. */
const EDGE = 0.5;

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const isGlyph = (value: unknown): value is PdfGlyph =>
  typeof value === "object" && value !== null && "unicode" in value && "width" in value;
const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);

/** More than any report prints on a page; a bound on hostile files. */
const MOST_GLYPHS = 200_000;

/** The way of painting letters that paints nothing. */
const UNSEEN = 3;

const inBox = ([left, top, right, bottom]: Box, x: number, y: number): boolean =>
  x >= left - EDGE && x <= right + EDGE && y >= top - EDGE && y <= bottom + EDGE;
const within = (a: Box, b: Box): Box => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];

/** Around a path, on the page; everywhere where its extent is not known. */
function boxOf(extent: unknown, matrix: Matrix): Box {
  const [left, top, right, bottom] = Array.from((extent ?? []) as ArrayLike<number>, Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return EVERYWHERE;
  const corners = [applied(matrix, left, top), applied(matrix, right, top), applied(matrix, left, bottom), applied(matrix, right, bottom)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Runs a page's operations and notes what they print and where. `view` leads from the file's own space to the page. */
export function runContent(operations: Iterable<Operation>, view: Matrix, fontOf: (name: string) => PdfFont | null): Content {
  const glyphs: RawGlyph[] = [];
  const rules: Rule[] = [];
  let pictures = 0;
  let state: Graphics = {
    ctm: view,
    font: null,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    rendering: 0,
    clip: EVERYWHERE,
  };
  let clipping = false;
  const saved: Graphics[] = [];
  const text = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };
  const save = (): void => void saved.push({ ...state });
  const restore = (): void => void (state = saved.pop() ?? state);
  const moveText = (x: number, y: number): void => {
    text.x = text.lineX += x;
    text.y = text.lineY += y;
  };
  const show = (shown: unknown): void => {
    if (!Array.isArray(shown) || !state.font) return;
    const { font, size, direction, stretch } = state;
    const place = times(state.ctm, text.matrix);
    const scale = size * font.scale;
    for (const one of shown) {
      if (typeof one === "number") text.x += font.vertical ? 0 : ((-one * size) / 1000) * stretch * direction;
      if (!isGlyph(one)) continue;
      const width = one.width * scale;
      const step = (width + ((one.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction) * stretch * direction;
      const from = applied(place, text.x, text.y + state.rise);
      const to = applied(place, text.x + width * stretch * direction, text.y + state.rise);
      const above = applied(place, text.x, text.y + state.rise + size);
      const seen = inBox(
        state.clip,
        (from[0] + to[0]) / 2 + (above[0] - from[0]) * 0.35,
        (from[1] + to[1]) / 2 + (above[1] - from[1]) * 0.35,
      );
      if (seen && glyphs.length < MOST_GLYPHS)
        glyphs.push({
          text: font.legible || one.unicode.trim() === "" ? one.unicode : ILLEGIBLE,
          x: from[0],
          y: from[1],
          along: [to[0] - from[0], to[1] - from[1]],
          size: Math.hypot(above[0] - from[0], above[1] - from[1]),
          unseen: state.rendering === UNSEEN,
        });
      if (font.vertical) text.y -= size;
      else text.x += step;
    }
  };
  const run: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save,
    restore,
    transform: (args) => void (state.ctm = times(state.ctm, matrixOf(args) ?? IDENTITY)),
    paintFormXObjectBegin: ([matrix]) => {
      save();
      state.ctm = times(state.ctm, matrixOf([matrix]) ?? IDENTITY);
    },
    paintFormXObjectEnd: restore,
    beginAnnotation: save,
    endAnnotation: restore,
    beginText: () => void Object.assign(text, { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }),
    setTextMatrix: (args) => void Object.assign(text, { matrix: matrixOf(args) ?? IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }),
    moveText: ([x, y]) => moveText(number(x), number(y)),
    setLeading: ([leading]) => void (state.leading = -number(leading)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = number(y);
      moveText(number(x), number(y));
    },
    nextLine: () => moveText(0, state.leading),
    setCharSpacing: ([spacing]) => void (state.charSpacing = number(spacing)),
    setWordSpacing: ([spacing]) => void (state.wordSpacing = number(spacing)),
    setHScale: ([percent]) => void (state.stretch = number(percent) / 100),
    setTextRenderingMode: ([mode]) => void (state.rendering = number(mode)),
    setTextRise: ([rise]) => void (state.rise = number(rise)),
    setFont: ([name, size]) => {
      state.font = fontOf(String(name));
      state.size = Math.abs(number(size));
      state.direction = number(size) < 0 ? -1 : 1;
    },
    showText: ([shown]) => show(shown),
    clip: () => void (clipping = true),
    eoClip: () => void (clipping = true),
    constructPath: ([painted, data, extent]) => {
      if (clipping) state.clip = within(state.clip, boxOf(extent, state.ctm));
      clipping = false;
      rules.push(
        ...rulesOf(painted as PathOperation, data, state.ctm).filter(({ across, at, from, to }) =>
          inBox(state.clip, across ? (from + to) / 2 : at, across ? at : (from + to) / 2),
        ),
      );
    },
  };
  for (const { name, args } of operations) {
    if (/^paint(?:Inline|Jpeg|Image)/.test(name)) pictures++;
    run[name]?.(args);
  }
  return { glyphs, rules, pictures };
}
