import { ORGANISATION } from "../../narrative/pattern/node";
import type { Difference, Reading, Slot } from "../../narrative/pattern/read";
import { segmentsText } from "../../narrative/segments";
import { canon } from "../../text/canon";
import type { Found } from "../sentences/found";
import { isPlaceholder, isReference } from "./differences";

export interface Meant {
  readonly slots: readonly Slot[];
  readonly differences: readonly Difference[];
  /** Quantities of which the text says in other words that there is nothing, by their ids. */
  readonly none: ReadonlyMap<string, Stretch>;
}
type Stretch = Readonly<{ start: number; end: number }>;

/** The slots of a statement as they were meant, where a name's slot holds more or less than the name. */
export function asMeant(reading: Reading, found: Found): Meant {
  const none = new Map<string, Stretch>();
  const { slots: read, differences } = withStrayNames(withWholeNames(withNeighbours(reading, found), found), found);
  const slots = withoutRates(
    read.map((slot, index) => {
      const next = read[index + 1];
      const name = withoutReference(withoutYear(slot, next, found), found);
      return withoutNothing(withoutUnit(name, next, found), next, found, none);
    }),
    found,
  );
  for (const [index, slot] of slots.entries()) {
    const turned = turnedRound(slot, slots[index + 1], found);
    if (turned) slots.splice(index, 2, ...turned);
    const bare = withoutNextClause(slot, slots[index + 1], found);
    if (bare) slots.splice(index, 2, ...bare);
    const behind = yearBehind(slot, slots[index - 1], found);
    if (behind) slots.splice(index - 1, 2, ...behind);
  }
  return { slots, differences: differences.flatMap((one) => besideYears(one, slots, found)), none };
}

/** A year that was put right is none of the words that differ. */
function besideYears(one: Difference, slots: readonly Slot[], { text }: Found): readonly Difference[] {
  const year = slots.find(({ node, at }) => node.kind === "year" && at !== null && at.start >= one.start && at.end <= one.end)?.at;
  if (!year) return [one];
  const start = year.end + (/^年(?:度)?/.exec(text.slice(year.end))?.[0].length ?? 0);
  return start >= one.end && one.wanted === "" ? [] : [{ ...one, start: Math.min(start, one.end) }];
}

/** A year, or that there is nothing, right before or behind a name: so the two are looked at together. */
function withNeighbours(reading: Reading, { text }: Found): Reading {
  const slots = reading.slots.map((slot): Slot => {
    const { node, at, exact } = slot;
    if (node.kind !== "name" || !exact || !at) return slot;
    const beside = reading.differences.some(
      ({ start, end, wanted }) => wanted === "" && (end === at.start || start === at.end) && NEIGHBOUR.test(text.slice(start, end)),
    );
    return beside ? { ...slot, exact: false } : slot;
  });
  return { ...reading, slots };
}

const NEIGHBOUR = /^(?:(?:本年|今年|\d{4}年)(?:度)?，?)?(?:未安排|没有安排|未发生|无安排|为零|无)?$/;

/** What is put in right before or behind a name that is not as it ought to be belongs to the name. */
function withWholeNames({ slots, differences }: Reading, found: Found): Pick<Meant, "slots" | "differences"> {
  const taken = new Set<Difference>();
  const widened = slots.map((slot): Slot => {
    if (slot.node.kind !== "name" || slot.exact || !slot.at) return slot;
    let at = slot.at;
    for (const difference of differences) {
      const extra = found.text.slice(difference.start, difference.end);
      if (difference.wanted !== "" || !/\p{sc=Han}/u.test(extra) || isPlaceholder(extra) || isReference(found.text, difference)) continue;
      if (difference.end === at.start || difference.start === at.end)
        [at] = [{ start: Math.min(at.start, difference.start), end: Math.max(at.end, difference.end) }, taken.add(difference)];
    }
    return { ...slot, at };
  });
  return { slots: widened, differences: differences.filter((one) => !taken.has(one)) };
}

/** A name that is missing where it ought to stand, and stands elsewhere in the statement: 某某局2026年收入预算 for 2026年，某某局收入预算. */
function withStrayNames(
  { slots, differences }: Pick<Meant, "slots" | "differences">,
  { text }: Found,
): Pick<Meant, "slots" | "differences"> {
  const taken = new Set<Difference>();
  const placed = slots.map((slot): Slot => {
    if (slot.node.kind !== "name" || slot.at) return slot;
    const stray = differences.find((one) => one.wanted === "" && !taken.has(one) && namesOf(slot).includes(text.slice(one.start, one.end)));
    return stray ? { ...slot, at: (taken.add(stray), { start: stray.start, end: stray.end }), exact: true } : slot;
  });
  return { slots: placed, differences: differences.filter((one) => !taken.has(one)) };
}

/** 2026年，某某局 where the name alone ought to stand: which year that is, is looked at elsewhere. */
function withoutYear(slot: Slot, next: Slot | undefined, found: Found): Slot {
  // Where the year is looked for behind the name the two stand the other way round.
  const name = next?.node.kind === "year" ? null : misread(slot, found);
  const year = name ? (/^\d{4}年(?:度)?，?/.exec(name.said)?.[0].length ?? 0) : 0;
  if (!name || year === 0 || !namesOf(slot).includes(name.said.slice(year))) return slot;
  return { ...slot, at: { ...name.at, start: name.at.start + year }, exact: true };
}

const FROM_NOTHING = /上年(?:预算)?数?(?:为0(?:\.0+)?(?:万元)?|为零|未安排|没有安排|无此项[^，。；]{0,6})/g;

/** 比上年增加5.00万元，上年为0: from nothing there is no rate. */
function withoutRates(slots: readonly Slot[], { text }: Found): Slot[] {
  const said = [...text.matchAll(FROM_NOTHING)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  if (said.length === 0) return [...slots];
  return slots.filter(({ node, at, place }) => {
    const isRate = (node.kind === "figure" && node.part === "rate") || (node.kind === "way" && node.growth);
    const from = at?.start ?? place;
    return !isRate || !said.some(({ start, end }) => from >= start && from <= end);
  });
}

/** Every way in which the name may be written. */
const namesOf = ({ node }: Slot): readonly string[] =>
  node.kind === "name" ? [segmentsText(node.segments), ...node.others].map(canon) : [];

/** A name that does not stand as it ought to, and what stands there. */
function misread({ node, at, exact }: Slot, { text }: Found): { readonly said: string; readonly at: Stretch } | null {
  return node.kind === "name" && !exact && at ? { said: text.slice(at.start, at.end), at } : null;
}

/** A figure that ought to follow, and does not stand there. */
const isGap = (slot: Slot | undefined): slot is Slot => slot?.node.kind === "figure" && slot.numeral === null;

/** 其他车辆辆, 公务车接待费万元: behind a name, rightly written or not, the unit of the number that is not there. */
function withoutUnit(slot: Slot, next: Slot | undefined, found: Found): Slot {
  const name = misread(slot, found);
  if (!name || !isGap(next) || next.unit === "" || !name.said.endsWith(next.unit)) return slot;
  const said = name.said.slice(0, -next.unit.length);
  const names = namesOf(slot);
  if (said === "" || names.includes(name.said)) return slot;
  return { ...slot, at: { ...name.at, end: name.at.end - next.unit.length }, exact: names.includes(said) };
}

/** 支出情况表（表8）: behind the name, which table it is. */
function withoutReference(slot: Slot, found: Found): Slot {
  const name = misread(slot, found);
  const right = name ? namesOf(slot).find((one) => name.said.startsWith(one)) : undefined;
  if (!name || right === undefined || !/^（(?:详?见)?(?:附)?表\d{1,2}）/.test(found.text.slice(name.at.start + right.length))) return slot;
  return { ...slot, at: { ...name.at, end: name.at.start + right.length }, exact: true };
}

/** 一般公共预算拨款万元，政府性基金预算拨款51.00万元: the first figure is not there, and the next one is another's. */
function withoutNextClause(slot: Slot, next: Slot | undefined, found: Found): readonly [Slot, Slot] | null {
  const name = misread(slot, found);
  if (!name || next?.node.kind !== "figure" || !next.numeral) return null;
  const bare = namesOf(slot).find((one) => name.said.startsWith(one) && NEXT_CLAUSE.test(name.said.slice(one.length)));
  if (bare === undefined) return null;
  const end = name.at.start + bare.length;
  return [
    { ...slot, at: { start: name.at.start, end }, exact: true },
    { ...next, at: null, place: end, exact: false, numeral: null },
  ];
}
const NEXT_CLAUSE = /^(?:亿元|万元|元|平方米|[辆台个家人%])[，、；]/;

const NOTHING_BEHIND = /(?:本年|今年|\d{4}年)?(?:未安排|没有安排|未发生|无安排|为零|无)$/;
const NOTHING_BEFORE = /^(?:本年|今年|\d{4}年)?(?:度)?(?:未安排|没有安排|无)/;

/** 公务接待费未安排, 本年未安排政府性基金预算: that there is nothing, in the slot of the name. */
function withoutNothing(slot: Slot, next: Slot | undefined, found: Found, none: Map<string, Stretch>): Slot {
  const name = misread(slot, found);
  if (!name) return slot;
  const [behind, before] = [NOTHING_BEHIND.exec(name.said), NOTHING_BEFORE.exec(name.said)];
  const bare = { start: name.at.start + (before?.[0].length ?? 0), end: name.at.end - (behind?.[0].length ?? 0) };
  if (bare.end - bare.start === name.said.length || !namesOf(slot).includes(found.text.slice(bare.start, bare.end))) return slot;
  if (isGap(next) && next.node.kind === "figure" && next.node.quantity) none.set(next.node.quantity.id, name.at);
  return { ...slot, at: bare, exact: true };
}

/** 某某局2026年收入预算 for 2026年，某某局收入预算. */
function yearBehind(slot: Slot, before: Slot | undefined, { text }: Found): readonly [Slot, Slot] | null {
  const { node, at } = slot;
  if (node.kind !== "name" || !at || before?.node.kind !== "year" || before.at) return null;
  const own = namesOf(slot).find((one) => text.startsWith(one, at.start));
  const end = at.start + (own?.length ?? 0);
  const year = own === undefined ? null : /^(\d{4})年(?:度)?/.exec(text.slice(end, end + LONGEST_YEAR));
  if (!year || at.end > end + year[0].length) return null;
  return [
    { ...before, at: { start: end, end: end + 4 }, exact: year[1] === String(before.node.year) },
    { ...slot, at: { start: at.start, end }, exact: true },
  ];
}
const LONGEST_YEAR = 6;

/** 2026年某某局支出预算 for 某某局2026年支出预算: the same, the other way round. */
function turnedRound(slot: Slot, next: Slot | undefined, found: Found): readonly [Slot, Slot] | null {
  const name = misread(slot, found);
  const year = name ? /^(\d{4})年(?:度)?，?/.exec(name.said) : null;
  if (!name || !year || slot.node.kind !== "name" || slot.node.what !== ORGANISATION || next?.node.kind !== "year" || next.at) return null;
  const at = { start: name.at.start, end: name.at.start + 4 };
  const rest = { start: name.at.start + year[0].length, end: name.at.end };
  return [
    { ...slot, at: rest, exact: namesOf(slot).includes(found.text.slice(rest.start, rest.end)) },
    { ...next, at, exact: year[1] === String(next.node.year) },
  ];
}
