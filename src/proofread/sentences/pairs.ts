import type { AmountStyle } from "../../amount/format";
import type { Expected } from "./expected";
import { figuresIn } from "./figures-in";
import type { Found } from "./found";
import { likeness } from "./grams";
import { othersOf } from "./namesakes";

/** Less alike than this, two statements are not the same one. */
export const LIKE = 0.5;
const FREE_OF_CHARGE = 0.35;
const SAME_FIGURE = 0.04;
const MOST_FIGURES = 4;

export interface Pairing {
  /** For each expected statement the one of the text; -1 where it is missing. */
  readonly of: Int32Array;
  /** For each statement of the text the expected one; -1 where none is. */
  readonly by: Int32Array;
}

/** Which statement of the text is which expected one: in order, so that the most is alike. */
export function pair(expected: readonly Expected[], found: readonly Found[], style: AmountStyle): Pairing {
  const [n, m] = [expected.length, found.length];
  const width = m + 1;
  const score = new Float32Array((n + 1) * width);
  const taken = new Uint8Array((n + 1) * width);
  const gains = gainsOf(expected, found, style);
  for (let i = 1; i <= n; i += 1)
    for (let j = 1; j <= m; j += 1) {
      const here = i * width + j;
      const [above, left] = [score[here - width] ?? 0, score[here - 1] ?? 0];
      const alike = gains[j - 1]?.get(i - 1) ?? 0;
      const both = alike > 0 ? (score[here - width - 1] ?? 0) + alike : -1;
      score[here] = Math.max(above, left, both);
      // Of two headings alike (one is in the table of contents) the one right before its sentences; of two sentences the first.
      const late = expected[i - 1]?.kind !== "statement";
      taken[here] = both > above && (late ? both >= left : both > left) ? 2 : above >= left ? 0 : 1;
    }
  return trace(n, m, taken);
}

/** For each statement of the text the expected ones that it is like, and by how much. */
function gainsOf(expected: readonly Expected[], found: readonly Found[], style: AmountStyle): readonly ReadonlyMap<number, number>[] {
  const figures = expected.map(({ pattern }) => [...new Set(figuresIn(pattern, style))]);
  return found.map((one) => {
    const gains = new Map<number, number>();
    const like = likest(expected, one);
    const others = othersOf(expected, one, style, like);
    for (const [at, alike] of like) {
      if (others.has(at)) continue;
      let same = 0;
      for (const figure of figures[at] ?? []) if (same < MOST_FIGURES && one.digits.has(figure)) same += 1;
      gains.set(at, alike - FREE_OF_CHARGE + same * SAME_FIGURE);
    }
    return gains;
  });
}

/** A heading stands at the beginning of its line, after its number. */
const HEADING_MARK = 5;
const LONGEST_HEADING = 90;

export type Like = Pick<Expected, "grams" | "spare" | "open" | "kind" | "figured">;

interface Index {
  /** Which expected statements have which pair of characters. */
  readonly having: ReadonlyMap<number, readonly number[]>;
  /** How many pairs an expected statement has, in its shortest way of saying it. */
  readonly shortest: readonly number[];
}

const indexes = new WeakMap<readonly Like[], Index>();

/** Statements that are those of `before`, some of them without pairs that no statement of the text has: nothing is to be sorted anew. */
export function indexAs(before: readonly Like[], expected: readonly Like[]): void {
  const { having, shortest } = indexOf(before);
  indexes.set(expected, {
    having,
    shortest: expected.map((one, at) => (one === before[at] ? (shortest[at] ?? Infinity) : shortestOf(one.grams))),
  });
}

/** So that only those are looked at that have enough in common. */
function indexOf(expected: readonly Like[]): Index {
  const known = indexes.get(expected);
  if (known) return known;
  const having = new Map<number, number[]>();
  expected.forEach(({ grams }, at) => {
    for (const gram of grams.length === 1 ? (grams[0] ?? []) : new Set(grams.flat())) {
      const there = having.get(gram);
      if (there) there.push(at);
      else having.set(gram, [at]);
    }
  });
  const made = { having, shortest: expected.map(({ grams }) => shortestOf(grams)) };
  indexes.set(expected, made);
  return made;
}

const shortestOf = (grams: Like["grams"]): number => Math.min(...grams.map(({ length }) => (length === 0 ? Infinity : length)));

/** How many pairs a statement of the text has in common with each expected one, in all ways of saying that together. */
export function commonWith(expected: readonly Like[], said: ReadonlySet<number>): Uint16Array {
  const { having } = indexOf(expected);
  const common = new Uint16Array(expected.length);
  for (const gram of said) for (const at of having.get(gram) ?? NOWHERE) common[at] = (common[at] ?? 0) + 1;
  return common;
}

/** What a statement is like is asked again and again: by the pairing, by what was moved, by what nobody asked for. */
const likenesses = new WeakMap<readonly Like[], WeakMap<Found, Likest>>();
type Likest = readonly (readonly [at: number, alike: number])[];

/** The expected statements that a statement of the text is like enough to be. A heading is a short line of its own. */
export function likest(expected: readonly Like[], found: Found): Likest {
  const of = likenesses.get(expected) ?? new WeakMap<Found, Likest>();
  likenesses.set(expected, of);
  const before = of.get(found);
  if (before) return before;
  const made = likestOf(expected, found);
  of.set(found, made);
  return made;
}

const NOWHERE: readonly number[] = [];

function likestOf(expected: readonly Like[], { grams: said, size, line, start, says }: Found): Likest {
  const { shortest } = indexOf(expected);
  // A short line of its own; without a number it has no full stop either.
  const isHeading = start <= HEADING_MARK && line.text.length <= LONGEST_HEADING && (start > 0 || !line.text.endsWith("。"));
  const common = commonWith(expected, said);
  const found: (readonly [number, number])[] = [];
  expected.forEach((one, at) => {
    const count = common[at] ?? 0;
    if (count === 0 || count < LIKE * (shortest[at] ?? 0)) return;
    if ((one.kind !== "statement" && !isHeading) || (one.figured && !says)) return;
    let spare = 0;
    if (!one.open) for (const gram of one.spare) if (said.has(gram)) spare += 1;
    let alike = 0;
    for (const wanted of one.grams) alike = Math.max(alike, likeness(wanted, said, size - spare, one.open));
    if (alike >= LIKE) found.push([at, alike]);
  });
  return found;
}

function trace(n: number, m: number, taken: Uint8Array): Pairing {
  const [of, by] = [new Int32Array(n).fill(-1), new Int32Array(m).fill(-1)];
  let [i, j] = [n, m];
  while (i > 0 && j > 0) {
    const move = taken[i * (m + 1) + j];
    if (move === 2) {
      of[i - 1] = j - 1;
      by[j - 1] = i - 1;
      [i, j] = [i - 1, j - 1];
    } else if (move === 0) i -= 1;
    else j -= 1;
  }
  return { of, by };
}
