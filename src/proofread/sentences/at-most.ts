import type { Found } from "./found";
import { commonWith, LIKE, likest } from "./pairs";
import type { Said } from "./said";
import { isShortEnough, MOST_PARTS } from "./siblings";
import type { Worded } from "./worded";

/** Of what ought to be said: how much the text says at most, and how much of that with a figure. */
interface AtMost {
  readonly close: number;
  readonly telling: number;
}

/** How many statements are at least so much alike one of the text, each another one: whichever stands where, and whatever is cut apart. */
export function closeAtMost(worded: readonly Worded[], { found, freely }: Said, least: number): AtMost {
  const [all, figured] = [new Tally(), new Tally()];
  for (const one of found) {
    const close = likest(worded, one).flatMap(([at, alike]) => (alike >= least ? [at] : []));
    const parts = freely ? [] : ofParts(worded, one, least);
    const places = parts.length > 0 ? MOST_PARTS : 1;
    all.add([...close, ...parts], places);
    if (one.digits.size > 0) figured.add([...close, ...parts], places);
  }
  return { close: all.most, telling: figured.most };
}

/** No more are said than there are, and than the text has statements for. */
class Tally {
  readonly #said = new Set<number>();
  #places = 0;

  add(said: readonly number[], places: number): void {
    for (const at of said) this.#said.add(at);
    this.#places += Math.min(said.length, places);
  }

  get most(): number {
    return Math.min(this.#said.size, this.#places);
  }
}

/** What parts of a statement may say, if it may be two of one paragraph that are run together (siblings.ts). */
function ofParts(worded: readonly Worded[], one: Found, least: number): readonly number[] {
  if (one.digits.size === 0 || !isShortEnough(one)) return [];
  const common = commonWith(worded, one.grams);
  /** Nothing else standing beside it, so much of what is wanted is enough. */
  const has = (at: number, alike: number): boolean => {
    const { grams = [], open = false } = worded[at] ?? {};
    const share = open ? alike : alike / (2 - alike);
    return grams.some(({ length }) => length > 0 && (common[at] ?? 0) + ROUNDING >= share * length);
  };
  // Either part is more like what it says than the whole is.
  const areTwo = likest(worded, one).some(([at, alike]) => {
    const passage = worded[at]?.passage ?? -1;
    return passage >= 0 && has(at, alike) && [at - 1, at + 1].some((other) => worded[other]?.passage === passage && has(other, LIKE));
  });
  return areTwo ? worded.flatMap((_, at) => (has(at, least) ? [at] : [])) : [];
}
const ROUNDING = 1e-9;
