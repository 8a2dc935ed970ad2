import type { Expected } from "./expected";
import { statement, type Found } from "./found";
import { likeness } from "./grams";
import { LIKE, type Pairing } from "./pairs";

/** Longer than this, nothing is two statements in one. */
const LONGEST = 400;
export const isShortEnough = ({ text }: Pick<Found, "text">): boolean => text.length <= LONGEST;

/** More parts than these nobody runs together. */
export const MOST_PARTS = 6;

/**
 * Two statements of one paragraph that the text sets off by a comma only, or runs together, are one of its statements and
 * leave the other without any: 一般公共预算拨款3.00万元，政府性基金预算拨款2.00万元. Cut where both are most like what they ought to
 * be. Null where nothing is to be cut.
 */
export function cutApart(
  expected: readonly Expected[],
  found: readonly Found[],
  { of }: Pick<Pairing, "of">,
  own: ReadonlySet<number>,
): readonly Found[] | null {
  const cuts = new Map<number, readonly [Found, Found]>();
  for (let i = 0; i + 1 < expected.length; i += 1) {
    const [first, second] = [expected[i], expected[i + 1]];
    const [a, b] = [of[i] ?? -1, of[i + 1] ?? -1];
    const j = Math.max(a, b);
    const one = found[j];
    if (!first || !second || !one || a >= 0 === b >= 0 || cuts.has(j)) continue;
    if (first.passage !== second.passage || first.passage < 0 || !isShortEnough(one)) continue;
    const parts = bestCut(first, second, one, own);
    if (parts) cuts.set(j, parts);
  }
  return cuts.size === 0 ? null : found.flatMap((one, j): readonly Found[] => cuts.get(j) ?? [one]);
}

function bestCut(first: Expected, second: Expected, one: Found, own: ReadonlySet<number>): readonly [Found, Found] | null {
  // Of what is one statement alone, either part would be less like it than the whole.
  const whole = [like(first, one), like(second, one)] as const;
  let best: readonly [Found, Found] | null = null;
  let most = 0;
  for (const { index } of one.text.matchAll(/[，、]/g)) {
    const at = one.start + index + 1;
    if (at >= one.end) continue;
    const parts = [statement({ ...one, end: at }, own, false), statement({ ...one, start: at }, own, false)] as const;
    const alike = [like(first, parts[0]), like(second, parts[1])] as const;
    if (alike[0] < Math.max(LIKE, whole[0]) || alike[1] < Math.max(LIKE, whole[1])) continue;
    if (!parts.every(({ digits }) => digits.size > 0) || alike[0] + alike[1] <= most) continue;
    [best, most] = [parts, alike[0] + alike[1]];
  }
  return best;
}

const like = ({ grams, open }: Expected, { grams: said, size }: Found): number =>
  Math.max(0, ...grams.map((wanted) => likeness(wanted, said, size, open)));
