import type { AmountStyle } from "../../amount/format";
import type { Desk } from "../../narrative/desk";
import { isFreelyWorded, sectionsOf, type SentenceFamily } from "../../narrative/families";
import { closeAtMost } from "./at-most";
import type { Held } from "./held";
import { CLOSE, hold, isClose } from "./hold";
import type { Said } from "./said";
import { wordedFor } from "./worded";

/** A text of another province follows the same model of the ministry's: half of its sentences may be alike. */
const OF_FAMILY = 0.6;
/** Below this a text beside a workbook is about something else; of a few sentences nobody can tell. */
const HARDLY = 0.1;
const PASSAGE = 6;

/** A family that a text may be of, and the desk its sentences come from: without tables. */
export interface Candidate {
  readonly family: SentenceFamily;
  readonly desk: Desk;
}

/** How much a text is of a family: of what ought to be there, or of its statements with a figure, so much is there almost word for word. */
interface Fit {
  readonly likeness: number;
  /** How many of its statements with a figure are. */
  readonly telling: number;
  /** The words are each office's own: its headings, which the form settles, are there. */
  readonly headed: boolean;
}

const likenessOf = (close: number, expected: number, figured: number): number =>
  close / Math.max(1, Math.min(expected, Math.max(figured, 1)));

function fitOf({ family, of, found, expected }: Held): Fit {
  const close = of.flatMap((at, index) => (at >= 0 && isClose(expected, found[at], index) ? [found[at]] : []));
  const figured = found.filter(({ digits }) => digits.size > 0).length;
  const likeness = likenessOf(close.length, expected.length, figured);
  const headings = expected.flatMap(({ kind }, index) => (kind === "heading" ? [index] : []));
  const there = headings.filter((index) => (of[index] ?? -1) >= 0 && isClose(expected, found[of[index] ?? -1], index)).length;
  return {
    likeness,
    telling: close.filter((one) => (one?.digits.size ?? 0) > 0).length,
    headed: !isFreelyWorded(family) || there * 2 > headings.length || likeness >= BY_WORDS_ALONE,
  };
}

/** A passage without its headings is of a family by its words, where nearly all of them are its. */
const BY_WORDS_ALONE = 0.8;

/** Fewer sentences with figures than these are alike in every province: those of 三公 most of all. */
const TELLING_STATEMENTS = 6;

/** Whether so much of the text is the family's own that it cannot be another's by chance. */
const isIts = ({ likeness, telling, headed }: Fit): boolean => headed && likeness >= OF_FAMILY && telling >= TELLING_STATEMENTS;

/** Where an office words its sentences as it likes only the words that lead to an amount are looked at: texts of others have many of those. */
const rankOf = ({ likeness }: Fit, family: SentenceFamily): number => likeness - (isFreelyWorded(family) ? LEADS_OF_OTHERS : 0);
const LEADS_OF_OTHERS = 0.3;

/**
 * The family whose sentences the text has; null where it is none of them. Only what may be the likeliest, by the words of its
 * sentences alone, is held against the text.
 */
export function likeliest(candidates: readonly Candidate[], said: (freely: boolean) => Said, amounts: AmountStyle): Held | null {
  const open = candidates
    .map((one, order) => ({ ...one, order, most: fitAtMost(one, said(isFreelyWorded(one.family))) }))
    .sort((a, b) => rankOf(b.most, b.family) - rankOf(a.most, a.family) || a.order - b.order);
  let best: { readonly held: Held; readonly fit: Fit; readonly rank: number; readonly order: number } | null = null;
  for (const [at, { family, desk, order, most }] of open.entries()) {
    if (best !== null && rankOf(most, family) < best.rank) break;
    if ((best === null || !isIts(best.fit)) && !open.slice(at).some((one) => isIts(one.most))) return null;
    const held = hold(family, sectionsOf(desk, family), said(isFreelyWorded(family)), amounts);
    const fit = fitOf(held);
    const rank = rankOf(fit, family);
    if (best === null || rank > best.rank || (rank === best.rank && order < best.order)) best = { held, fit, rank, order };
  }
  return best && isIts(best.fit) ? best.held : null;
}

/** A text of the family that the workbook names, however freely it is worded; null where it has next to nothing of its sentences. */
export function isOfFamily(held: Held): Held | null {
  const paired = held.of.filter((at) => at >= 0).length;
  return fitOf(held).likeness >= HARDLY || (paired > 0 && held.found.length < PASSAGE) ? held : null;
}

/** No text is more of a family than this, wherever its statements stand and however they are cut apart. */
function fitAtMost({ family, desk }: Candidate, said: Said): Fit {
  const worded = wordedFor(desk, family, said.own);
  const { close, telling } = closeAtMost(worded, said, CLOSE);
  return { likeness: likenessOf(close, worded.length, said.found.filter(({ digits }) => digits.size > 0).length), telling, headed: true };
}
