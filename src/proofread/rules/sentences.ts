import type { Stated } from "../read/figures";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";

/** One sentence of a line, with the figures in it: what stands between two full stops. */
export interface Sentence {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figures: readonly Stated[];
}

/** The sentences of a line; a semicolon parts them as well, for what is compared stands within one clause of a list. */
export function sentencesOf(line: Line): readonly Sentence[] {
  const before = known.get(line);
  if (before) return before;
  const made = read(line);
  known.set(line, made);
  return made;
}

const known = new WeakMap<Line, readonly Sentence[]>();

function read(line: Line): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= line.text.length; at += 1) {
    if (at < line.text.length && !/[。；！？]/.test(line.text.charAt(at))) continue;
    if (at > start) found.push({ line, start, end: at, text: line.text.slice(start, at), figures: figuresOf(line, start, at) });
    start = at + 1;
  }
  return found;
}

/** What stands between two figures of a sentence, or before the first. */
export const between = (line: Line, before: Stated | undefined, after: Stated, from = 0): string =>
  line.text.slice(before?.span.end ?? from, after.span.start);
