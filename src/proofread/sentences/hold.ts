import type { AmountStyle } from "../../amount/format";
import { isFreelyWorded, type SentenceFamily } from "../../narrative/families";
import type { SectionPattern } from "../../narrative/paragraphs";
import { numeralsIn } from "../../narrative/pattern/numerals";
import type { Pattern } from "../../narrative/pattern/node";
import { judgeDenied, readWithout } from "../judge/left-out";
import { judgeOfficial } from "../judge/official";
import { currentIn } from "../judge/nothing";
import { judgeStatement } from "../judge/statement";
import { settleWording } from "../judge/differences";
import type { Ledger } from "../ledger";
import { sentencesIn, type Expected } from "./expected";
import type { Found } from "./found";
import type { Held } from "./held";
import { figuresIn } from "./figures-in";
import { isNamed, namesIn, othersOf } from "./namesakes";
import { likest, pair, type Pairing } from "./pairs";
import { tellEmpty, tellMisplaced } from "./misplaced";
import { tellMissing } from "./missing";
import type { Said } from "./said";
import { tellUncompared } from "./uncompared";
import { tellBeyond } from "./beyond";
import { cutApart, MOST_PARTS } from "./siblings";

/** So alike, a statement says almost word for word what is expected. */
export const CLOSE = 0.8;
/** Without a figure in common a statement is believed to be the one it is like from here on. */
const BORNE_OUT = 0.65;

const isLike = (expected: readonly Expected[], found: Found | undefined, index: number, least: number): boolean =>
  found !== undefined && likest(expected, found).some(([at, alike]) => at === index && alike >= least);

export const isClose = (expected: readonly Expected[], found: Found | undefined, index: number): boolean =>
  isLike(expected, found, index, CLOSE);

/** How many sections have anything of theirs in the text. */
export function sectionsHeld({ of, expected }: Held): number {
  return new Set(expected.filter((_, index) => (of[index] ?? -1) >= 0).map(({ section }) => section)).size;
}

/** Finds for every statement that ought to be there the one of the text; what stands elsewhere than expected comes last. */
export function hold(family: SentenceFamily, sections: readonly SectionPattern[], said: Said, amounts: AmountStyle): Held {
  const { lines, own, freely, found: asCut } = said;
  const { expected, forms } = sentencesIn(sections, said);
  // Where each amount is a statement of its own, nothing is run together.
  const { found, of, by } = freely ? { ...pair(expected, asCut, amounts), found: asCut } : pairedApart(expected, asCut, own, amounts);
  if (!freely) uncrossed(expected, found, of, by);
  withoutNamesakes(expected, found, of, by, amounts);
  withoutStrangers(expected, found, of, by);
  between(expected, found, of, by, amounts, freely);
  moved(expected, found, of, by, amounts);
  if (!freely) besideLeaders(expected, found, of, by);
  // What was a stranger there is one wherever it stands.
  withoutStrangers(expected, found, of, by);
  return { family, expected, found, of: [...of], by: [...by], forms, lines };
}

/** Which statement of the text is which, those that are run together cut apart. */
function pairedApart(
  expected: readonly Expected[],
  asCut: readonly Found[],
  own: ReadonlySet<number>,
  style: AmountStyle,
): Pairing & { readonly found: readonly Found[] } {
  let found = asCut;
  let paired = pair(expected, found, style);
  for (let parts = 1; parts < MOST_PARTS; parts += 1) {
    const apart = cutApart(expected, found, paired, own);
    if (!apart) break;
    found = apart;
    paired = pair(expected, found, style);
  }
  return { ...paired, found };
}

/** So much more alike two paragraphs are to each other's words than to their own, that they stand in each other's place. */
const CROSSED = 0.08;

/** Two paragraphs of one section, of the same make, in each other's place: in order they were taken one for the other. */
function uncrossed(expected: readonly Expected[], found: readonly Found[], of: Int32Array, by: Int32Array): void {
  const passages = new Map<number, number[]>();
  expected.forEach(({ kind, passage }, i) => {
    if (kind === "statement" && (of[i] ?? -1) >= 0) passages.set(passage, [...(passages.get(passage) ?? []), i]);
  });
  const alike = (i: number, j: number): number => {
    const said = found[j];
    return said ? (likest(expected, said).find(([at]) => at === i)?.[1] ?? 0) : 0;
  };
  const sum = (own: readonly number[], theirs: readonly number[]): number =>
    own.reduce((total, i, at) => total + alike(i, of[theirs[at] ?? i] ?? -1), 0);
  const all = [...passages.values()];
  all.forEach((own, at) => {
    for (const theirs of all.slice(at + 1)) {
      const [first, second] = [expected[own[0] ?? -1], expected[theirs[0] ?? -1]];
      if (own.length !== theirs.length || first?.section !== second?.section || first?.open === true) continue;
      if (sum(own, theirs) + sum(theirs, own) < sum(own, own) + sum(theirs, theirs) + CROSSED) continue;
      own.forEach((i, k) => {
        const other = theirs[k] ?? i;
        const [a, b] = [of[i] ?? -1, of[other] ?? -1];
        [of[i], of[other], by[a], by[b]] = [b, a, other, i];
      });
    }
  });
}

/**
 * What names nothing, and is said of each of several in the same words, is said of the one that is named right before it in its
 * paragraph, in whichever order those stand: 2025年当年预算执行数为1690.69万元，2026年预算安排1434.89万元 behind its subject.
 */
function besideLeaders(expected: readonly Expected[], found: readonly Found[], of: Int32Array, by: Int32Array): void {
  const sortAt = (i: number): string | null => (namesIn(expected[i]?.pattern ?? []).length === 0 ? (expected[i]?.usual ?? null) : null);
  const places = expected.flatMap(({ pattern }, leader) => {
    const sort = namesIn(pattern).length > 0 ? sortAt(leader + 1) : null;
    const at = of[leader] ?? -1;
    const next = at + 1;
    if (sort === null || at < 0 || found[next]?.line !== found[at]?.line || sortAt(by[next] ?? -1) !== sort) return [];
    return [{ i: leader + 1, next }];
  });
  for (const { i } of places) if ((of[i] ?? -1) >= 0) [by[of[i] ?? 0], of[i]] = [-1, -1];
  for (const { i, next } of places) {
    if ((by[next] ?? -1) >= 0) of[by[next] ?? 0] = -1;
    [of[i], by[next]] = [next, i];
  }
}

/** A heading of which nothing follows, and that is worded otherwise or has no number, is that of something else: a table of the same matter. */
function withoutStrangers(expected: readonly Expected[], found: readonly Found[], of: Int32Array, by: Int32Array): void {
  const followed = new Set(expected.flatMap(({ kind, section }, i) => (kind === "statement" && (of[i] ?? -1) >= 0 ? [section] : [])));
  expected.forEach(({ kind, section }, i) => {
    const j = of[i] ?? -1;
    if (kind !== "heading" || j < 0 || followed.has(section) || (isClose(expected, found[j], i) && found[j]?.start !== 0)) return;
    [of[i], by[j]] = [-1, -1];
  });
}

/** A statement of the same make that has none of the names of the other, and none of its figures, is about something else: so is one that has a neighbour's. */
function withoutNamesakes(
  expected: readonly Expected[],
  found: readonly Found[],
  of: Int32Array,
  by: Int32Array,
  style: AmountStyle,
): void {
  const named = expected.map(({ pattern }) => namesIn(pattern));
  expected.forEach(({ pattern, section }, i) => {
    const said = found[of[i] ?? -1];
    const names = named[i] ?? [];
    if (!said || names.length === 0 || isNamed(names, said)) return;
    // One name may be another by a slip; that it is the name of a neighbour is none.
    const isNeighbour = (one: Expected, j: number): boolean => one.section === section && named[j]?.length === 1 && isNamed(named[j], said);
    if (names.length === 1 && !expected.some(isNeighbour)) return;
    if (figuresIn(pattern, style).some((figure) => figure !== "0" && said.digits.has(figure))) return;
    [by[of[i] ?? 0], of[i]] = [-1, -1];
  });
}

/** How many figures a pattern tells; 0 where it is no enumeration. */
function figureNodes(pattern: Pattern): number {
  const count = pattern.filter(({ kind }) => kind === "figure").length;
  return count < 2 ? 0 : count;
}

/** What stands alone between its neighbours, with its figure or with as many as are not known, is the statement that is missing there, whatever became of its words. */
function between(
  expected: readonly Expected[],
  found: readonly Found[],
  of: Int32Array,
  by: Int32Array,
  style: AmountStyle,
  freely: boolean,
): void {
  const named = expected.map(({ pattern }) => namesIn(pattern));
  expected.forEach(({ kind, pattern, usual }, i) => {
    const j = (of[i - 1] ?? -1) + 1;
    if (kind !== "statement" || (usual !== null && !freely) || (of[i] ?? 0) >= 0 || j === 0 || (by[j] ?? 0) >= 0) return;
    const next = of.slice(i + 1).find((at) => at >= 0);
    if (next !== undefined && next !== j + 1) return;
    const said = found[j];
    // The name of another one is no slip of this one's.
    if (said && named[i]?.length === 1 && named.some((names, other) => other !== i && names.length === 1 && isNamed(names, said))) return;
    const figures = figuresIn(pattern, style);
    const asMany = figures.length === 0 && said !== undefined && numeralsIn(said.text).size === figureNodes(pattern);
    if (asMany || figures.some((figure) => figure !== "0" && said?.digits.has(figure) === true)) [of[i], by[j]] = [j, i];
  });
}

/** What is out of its order is the same statement all the same, where the two are alike enough. */
const MOVED = 0.8;
/** What consists of fewer pairs of characters (其中：) is everywhere. */
const TELLING = 6;

function moved(expected: readonly Expected[], found: readonly Found[], of: Int32Array, by: Int32Array, style: AmountStyle): void {
  found.forEach((one, j) => {
    if ((by[j] ?? 0) >= 0) return;
    const open = likest(expected, one).filter(([i]) => (of[i] ?? 0) < 0);
    const others = othersOf(expected, one, style, open);
    const best = open
      .filter(([i, alike]) => !others.has(i) && alike >= MOVED && expected[i]?.grams.some(({ length }) => length >= TELLING) === true)
      .sort((a, b) => b[1] - a[1])[0];
    if (best) [of[best[0]], by[j]] = [j, best[0]];
  });
}

/** Judges every statement that was found, then what is missing, then what nobody asked for. */
export function judgeHeld(ledger: Ledger, held: Held, whole: boolean): void {
  ledger.freely = isFreelyWorded(held.family);
  const borne = ledger.freely ? withoutOthers(held, ledger.book.amounts) : withoutStray(held, ledger.book.amounts);
  borne.of.forEach((at, index) => {
    const [expected, found] = [borne.expected[index], borne.found[at]];
    if (expected && found && isBorneOut(borne, index, ledger.book.amounts)) judgeOne(ledger, expected, found);
  });
  tellMissing(ledger, borne, whole);
  tellUncompared(ledger, borne);
  tellEmpty(ledger, borne);
  tellMisplaced(ledger, borne);
  judgeDenied(ledger);
  tellBeyond(ledger, borne);
  settleWording(ledger);
}

/**
 * Where offices choose their words, a statement is known by few of them: what tells a change alone (教育支出减少53.91万元) is not the
 * amount that ought to be told, and what stands under the heading of another section is that section's own, unless its figures say otherwise.
 */
function withoutOthers(held: Held, style: AmountStyle): Held {
  const [of, by] = [[...held.of], [...held.by]];
  const sections = new Set(held.expected.flatMap(({ kind, section }) => (kind === "heading" ? [section] : [])));
  const above = sectionsAbove(held);
  held.expected.forEach(({ kind, pattern, section }, index) => {
    const at = of[index] ?? -1;
    const said = held.found[at];
    if (kind !== "statement" || !said) return;
    const isElsewhere = sections.has(section) && (above[at] ?? section) !== section;
    if (!(currentIn(pattern).length > 0 && CHANGE_ALONE.test(said.text)) && !(isElsewhere && !sharesMost(pattern, said, style))) return;
    [by[at], of[index]] = [-1, -1];
  });
  return { ...held, of, by };
}
const CHANGE_ALONE = /^[^\d]*(?:(?:与|比|较|同)20\d\d年[^\d]*)?(?:增加|减少)(?:（[^（）]{2}）)?[\d,.]+万元/;

/** Under the heading of which section each statement of the text stands, whichever it was taken for; null before the first. */
function sectionsAbove({ found, by, expected }: Held): readonly (string | null)[] {
  let section: string | null = null;
  return found.map((one, at) => {
    const taken = expected[by[at] ?? -1];
    if (taken?.kind === "heading") section = taken.section;
    const exact = likest(expected, one).find(([index, alike]) => alike >= EXACTLY && expected[index]?.kind === "heading");
    if (exact) section = expected[exact[0]]?.section ?? section;
    return section;
  });
}
const EXACTLY = 0.95;

function sharesMost(pattern: Pattern, said: Found, style: AmountStyle): boolean {
  const figures = figuresIn(pattern, style);
  const shared = figures.filter((figure) => said.digits.has(figure)).length;
  return shared === figures.length || shared >= SEVERAL;
}
const SEVERAL = 2;

/** What is about something else, such as a reason that was left behind alone, is not the statement that ought to stand there: that one is missing. */
function withoutStray(held: Held, style: AmountStyle): Held {
  const [of, by] = [[...held.of], [...held.by]];
  held.of.forEach((at, index) => {
    if (at >= 0 && !isBorneOut(held, index, style)) [of[index], by[at]] = [-1, -1];
  });
  return { ...held, of, by };
}

/**
 * A statement that is worded otherwise and shares no figure with the one it is like may be about something else, unless it
 * names what the other names or stands where it ought to stand.
 */
function isBorneOut({ family, expected, found, of }: Held, index: number, style: AmountStyle): boolean {
  const freely = isFreelyWorded(family);
  const at = of[index] ?? -1;
  const [one, said] = [expected[index], found[at]];
  if (!one || !said) return false;
  const figures = figuresIn(one.pattern, style);
  const least = freely ? CLOSE : BORNE_OUT;
  if (figures.length === 0 || figures.some((figure) => said.digits.has(figure)) || isLike(expected, said, index, least)) return true;
  const names = namesIn(one.pattern);
  if (names.length > 0 && names.every((ways) => ways.some((way) => said.text.includes(way)))) return true;
  if (freely) return false;
  const neighbours = expected.flatMap(({ section }, i) => (section === one.section && i !== index ? [{ i, j: of[i] ?? -1 }] : []));
  const before = neighbours.filter(({ i, j }) => i < index && j >= 0).at(-1);
  const behind = neighbours.find(({ i, j }) => i > index && j >= 0);
  return before?.j === at - 1 && (behind === undefined || behind.j === at + 1);
}

function judgeOne(ledger: Ledger, { pattern, ours }: Expected, found: Found): void {
  const reading = readWithout(ledger, pattern, found);
  if (!reading) return;
  ledger.claim(found);
  judgeStatement(ledger, found, reading, ours);
  const code =
    reading.slots
      .map(({ node }) => ("quantity" in node ? (/items\.(\d{7})$/.exec(node.quantity?.id ?? "")?.[1] ?? "") : ""))
      .find((one) => one !== "") ?? "";
  judgeOfficial(ledger, found, reading.slots, code);
}
