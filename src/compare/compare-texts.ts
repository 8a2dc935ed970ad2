import { canon } from "../text/canon";
import { difference } from "../text/edits";

/** A paragraph that reads otherwise in two versions of a text; indexes, null where one of them has no such paragraph. */
export interface ChangedParagraph {
  readonly before: number | null;
  readonly after: number | null;
}

/** So much of their letter pairs in common, and one paragraph is the other's new wording. */
const ALIKE = 0.5;
/** Beyond this many, wordings are not held against each other: two different texts. */
const MOST_UNPAIRED = 400;

/**
 * What changed between two versions of a text, paragraph by paragraph. A paragraph that only moved has not changed; spaces and
 * marks of either width are the same.
 */
export function changedParagraphs(before: readonly string[], after: readonly string[]): readonly ChangedParagraph[] {
  const { reworded, left } = matched(before, after);
  const changes: readonly ChangedParagraph[] = [
    ...reworded.map(([one, other]) => ({ before: one, after: other })),
    ...[...left.was].map((one) => ({ before: one, after: null })),
    ...[...left.is].map((other) => ({ before: null, after: other })),
  ];
  return [...changes].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Which paragraph of the later version is which of the earlier, read the same or not; by the earlier's index. */
export function pairedParagraphs(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const { same, reworded } = matched(before, after);
  return new Map([...same, ...reworded]);
}

interface Matched {
  readonly same: readonly (readonly [before: number, after: number])[];
  readonly reworded: readonly (readonly [before: number, after: number])[];
  readonly left: Left;
}

function matched(before: readonly string[], after: readonly string[]): Matched {
  const [was, is] = [before.map(canon), after.map(canon)];
  const left: Left = { was: withWords(was), is: withWords(is) };
  const same = taken(left, was, is, (text) => text);
  return { same, reworded: [...taken(left, was, is, withoutFigures), ...alike(left, was, is)], left };
}

const placeOf = ({ before, after }: ChangedParagraph): number => after ?? before ?? 0;

/** Indexes that have not found their other side. */
interface Left {
  readonly was: Set<number>;
  readonly is: Set<number>;
}

const withWords = (texts: readonly string[]): Set<number> => new Set(texts.flatMap((text, index) => (text === "" ? [] : [index])));

const withoutFigures = (text: string): string => text.replace(/[\d.,%]+/g, "#");

/** Takes those out that are the same under `key`, in order. */
function taken(left: Left, was: readonly string[], is: readonly string[], key: (text: string) => string): [number, number][] {
  const queues = new Map<string, number[]>();
  for (const one of left.was) {
    const name = key(was[one] ?? "");
    const queue = queues.get(name);
    if (queue) queue.push(one);
    else queues.set(name, [one]);
  }
  return [...left.is].flatMap((other): [number, number][] => {
    const one = queues.get(key(is[other] ?? ""))?.shift();
    if (one === undefined) return [];
    left.was.delete(one);
    left.is.delete(other);
    return [[one, other]];
  });
}

/** Takes those out that are mostly the same words, the likest first met. */
function alike(left: Left, was: readonly string[], is: readonly string[]): [number, number][] {
  if (left.was.size > MOST_UNPAIRED || left.is.size > MOST_UNPAIRED) return [];
  const pairsOf = (text: string): ReadonlySet<string> => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const olds = new Map([...left.was].map((one) => [one, pairsOf(was[one] ?? "")]));
  return [...left.is].flatMap((other): [number, number][] => {
    const own = pairsOf(is[other] ?? "");
    let [best, likeness] = [-1, ALIKE];
    for (const one of left.was) {
      const old = olds.get(one) ?? new Set<string>();
      const common = [...own].filter((pair) => old.has(pair)).length;
      const share = (2 * common) / Math.max(1, own.size + old.size);
      if (share > likeness) [best, likeness] = [one, share];
    }
    if (best < 0) return [];
    left.was.delete(best);
    left.is.delete(other);
    return [[best, other]];
  });
}

/** Around what changed. */
const AROUND = 12;
const LONGEST = 60;

const cut = (text: string, from: number, to: number): string => {
  const [start, end] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND, from + LONGEST)];
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
};

/** The words that differ in two wordings, with what stands around them. */
export function wordsChanged(before: string, after: string): readonly [before: string, after: string] {
  const { start, endA, endB } = difference(before, after);
  return [cut(before, start, endA), cut(after, start, endB)];
}
