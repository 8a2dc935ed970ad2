/**
 * A drawing as plain data: what it shows, where, in which role. The pane draws it in its own colours, a file in those of
 * paper. Lengths are pixels at 100 %.
 */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Sentences beneath: the unit, what is left out and why. */
  readonly notes: readonly string[];
  /** All that it shows, as text. */
  readonly figures: FigureTable;
}

export interface FigureTable {
  readonly heads: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** What a colour stands for. ink, muted: text · rule: thin lines · paper: the ground · accent, soft: amounts. */
export type Tone = "ink" | "muted" | "rule" | "paper" | "accent" | "soft" | "ok" | "warn" | "bad" | "chosen";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Area {
  readonly kind: "rect";
  readonly fill: Tone | null;
  readonly stroke: Tone | null;
  readonly weight?: number;
  readonly radius?: number;
}

export interface Path {
  readonly kind: "path";
  readonly d: string;
  readonly fill: Tone | null;
  readonly stroke: Tone | null;
  readonly weight?: number;
  readonly dashed?: boolean;
}

export interface Words {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly tone: Tone;
  readonly bold?: boolean;
  /** A rim of paper, for words that lie on a shape. */
  readonly rim?: boolean;
}

/** Something that can be pressed: its name for those who do not see it, and where a press counts. */
export interface Pressable {
  readonly kind: "press";
  readonly key: string;
  readonly label: string;
  readonly chosen?: boolean;
  readonly area: Area;
  readonly shapes: readonly Shape[];
}

export type Shape = Rect | Path | Words | Pressable;

/** Lengths to a tenth of a pixel, so that files stay small. */
export const round = (length: number): number => Math.round(length * 10) / 10;

export const words = (text: string, x: number, y: number, look: Partial<Omit<Words, "kind" | "text" | "x" | "y">> = {}): Words => ({
  kind: "text",
  text,
  x: round(x),
  y: round(y),
  size: 12,
  anchor: "start",
  tone: "ink",
  ...look,
});

export const rect = ({ x, y, width, height }: Area, look: Partial<Omit<Rect, "kind" | keyof Area>> = {}): Rect => ({
  kind: "rect",
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
  fill: null,
  stroke: null,
  ...look,
});

/** A disc round a point. */
export const disc = (x: number, y: number, radius: number, look: Partial<Omit<Rect, "kind" | keyof Area>>): Rect =>
  rect({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }, { radius, ...look });
