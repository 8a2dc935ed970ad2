import type { Atom } from "./atoms";
import type { Numeral } from "./numerals";

/** What became of an atom, or of characters of the text that no atom asked for. */
export interface Step {
  /** -1: nothing asked for these characters. */
  readonly atom: number;
  readonly start: number;
  readonly end: number;
  /** same: as expected · other: something else stands there · absent: nothing does · extra: not asked for. */
  readonly how: "same" | "other" | "absent" | "extra";
}

export interface Alignment {
  readonly cost: number;
  readonly steps: readonly Step[];
}

const PUNCTUATION = /[，。；：、"'（）《》.\-·!！?？〔〕【】\s]/;
const HAN = /\p{sc=Han}/u;
export const WAYS = [
  ...["增加", "减少", "增长", "下降", "上升", "上涨", "降低", "提高", "压减", "缩减", "增减"],
  ...["增幅", "降幅", "减幅", "涨幅"],
];
const COST = {
  char: 100,
  mark: 15,
  swapMark: 10,
  swap: 125,
  digit: 200,
  number: 260,
  otherNumber: 25,
  /** Nearer than to take it for a person's own words. */
  softNumber: 3,
  /** The figure that is wanted stands in the text, but not here. */
  strayNumber: 300,
  extraNumber: 420,
  otherUnit: 220,
  way: 200,
  otherWay: 130,
  year: 150,
  otherYear: 25,
  free: 1,
  lead: 15,
};
type Sort = "mark" | "digit" | "word";
const sortOf = (character: string): Sort => (PUNCTUATION.test(character) ? "mark" : /\d/.test(character) ? "digit" : "word");
const EXTRA: Readonly<Record<Sort, number>> = { mark: COST.mark, digit: COST.digit, word: COST.char };
/** Larger than this a text is no sentence: it is left unread. */
const LARGEST = 600_000;

/** How a step came about, as it is kept in the table. */
const MOVE = { same: 0, other: 1, skip: 2, extra: 3 } as const;
type Move = (typeof MOVE)[keyof typeof MOVE];

/** Lent from one alignment to the next: new ones for each were a tenth of all proofreading. */
let tables = { cost: new Int32Array(0), back: new Int32Array(0) };

/** A table of costs, nothing reached yet, and one for how each place is reached: that is written before it is read. */
function tablesOf(size: number): typeof tables {
  if (tables.cost.length < size) tables = { cost: new Int32Array(size), back: new Int32Array(size) };
  tables.cost.fill(0x3fffffff, 0, size);
  return tables;
}

/** How a layout fits a text with the least to be excused; null where the text is no sentence of this kind (far too long). */
export function align(
  atoms: readonly Atom[],
  text: string,
  numerals: ReadonlyMap<number, Numeral>,
  wanted: readonly (string | null)[],
): Alignment | null {
  const [n, m] = [atoms.length, text.length];
  if ((n + 1) * (m + 1) > LARGEST) return null;
  const width = m + 1;
  const { cost, back } = tablesOf((n + 1) * width);
  const to = (at: number, from: number, price: number, move: Move, length: number): void => {
    const total = (cost[from] ?? 0) + price;
    if (total >= (cost[at] ?? 0)) return;
    cost[at] = total;
    back[at] = (length << 2) | move;
  };
  const sorts = Array.from(text, (_, j) => sortOf(text.charAt(j)));
  const digits = new Set([...numerals.values()].map((numeral) => text.slice(numeral.start, numeral.digits)));
  cost[0] = 0;
  for (let i = 0; i <= n; i += 1) {
    const atom = atoms[i];
    const skip = atom ? skipCost(atom) : 0;
    const sort = atom?.kind === "char" ? sortOf(atom.text) : "word";
    for (let j = 0; j <= m; j += 1) {
      const here = i * width + j;
      if ((cost[here] ?? 0) >= 0x3fffffff) continue;
      if (j < m) to(here + 1, here, atom?.kind === "free" ? COST.free : EXTRA[sorts[j] ?? "word"], MOVE.extra, 1);
      const stray = atom?.kind === "free" ? undefined : numerals.get(j);
      if (stray) to(here + stray.end - j, here, COST.extraNumber, MOVE.extra, stray.end - j);
      if (!atom) continue;
      const below = here + width;
      to(below, here, skip, MOVE.skip, 0);
      if (j < m) advance(atom, sort, i, j, here, below);
    }
  }
  return { cost: cost[n * width + m] ?? 0, steps: trace() };

  function advance(atom: Atom, sort: Sort, i: number, j: number, here: number, below: number): void {
    const character = text.charAt(j);
    if (atom.kind === "char") {
      if (character === atom.text) to(below + 1, here, 0, MOVE.same, 1);
      else to(below + 1, here, swapCost(sorts[j] ?? "word", sort), MOVE.other, 1);
    } else if (atom.kind === "number") {
      const numeral = numerals.get(j);
      if (!numeral) return;
      const right = wanted[i] ?? null;
      const same = right === null || text.slice(numeral.start, numeral.digits) === right;
      const other = same ? 0 : (atom.soft ? COST.softNumber : COST.otherNumber) + (digits.has(right) && !atom.soft ? COST.strayNumber : 0);
      const price = other + (isOther(atom.text, text.slice(numeral.digits, numeral.end)) ? COST.otherUnit : 0);
      to(below + numeral.end - j, here, price, same ? MOVE.same : MOVE.other, numeral.end - j);
    } else if (atom.kind === "way") {
      const known = WAYS.includes(text.slice(j, j + 2));
      if (known) to(below + 2, here, 0, MOVE.same, 2);
      else if (j + 2 <= m && HAN.test(character) && HAN.test(text.charAt(j + 1))) to(below + 2, here, COST.otherWay, MOVE.other, 2);
    } else if (atom.kind === "year") {
      const digits = /^\d{1,5}/.exec(text.slice(j, j + 5))?.[0] ?? "";
      if (text.startsWith(atom.text, j) && atom.text !== "") to(below + atom.text.length, here, 0, MOVE.same, atom.text.length);
      else if (digits !== "") to(below + digits.length, here, COST.otherYear, MOVE.other, digits.length);
    }
  }

  function trace(): readonly Step[] {
    const steps: Step[] = [];
    let [i, j] = [n, m];
    while (i > 0 || j > 0) {
      const code = back[i * width + j] ?? 0;
      const [move, length] = [code & 3, code >> 2];
      if (move === MOVE.extra) {
        const inFree = atoms[i]?.kind === "free";
        steps.push({ atom: inFree ? i : -1, start: j - length, end: j, how: inFree ? "same" : "extra" });
        j -= length;
      } else {
        i -= 1;
        steps.push({ atom: i, start: j - length, end: j, how: move === MOVE.same ? "same" : move === MOVE.other ? "other" : "absent" });
        j -= length;
      }
    }
    return steps.reverse();
  }
}

/** An amount is no share and no rate, nor the other way round; a unit that was left out may be any. */
const isOther = (wanted: string, said: string): boolean => wanted !== "" && said !== "" && isRate(wanted) !== isRate(said);
const isRate = (unit: string): boolean => unit === "%" || unit === "倍" || unit.endsWith("百分点");

/** A text that says it word for word, whatever its figures; null where it does not and has to be aligned. */
export function follow(atoms: readonly Atom[], text: string, numerals: ReadonlyMap<number, Numeral>): readonly Step[] | null {
  const steps: Step[] = [];
  let at = 0;
  let led = true;
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i];
    if (!atom) return null;
    if (isLead(atom)) {
      // What leads to a person's own words stands there as a whole or not at all, and they with it.
      const words = leadFrom(atoms, i);
      led = text.startsWith(words, at);
      for (const [offset] of Array.from(words).entries()) {
        const start = led ? at + offset : at;
        steps.push({ atom: i + offset, start, end: led ? start + 1 : at, how: led ? "same" : "absent" });
      }
      at += led ? words.length : 0;
      i += words.length - 1;
      continue;
    }
    const end = atom.kind === "free" && atom.lead && !led ? null : endOf(atoms, i, text, at, numerals);
    if (end === null) {
      if (!atom.soft) return null;
      steps.push({ atom: i, start: at, end: at, how: "absent" });
    } else if (atom.kind === "free") {
      for (; at < end; at += 1) steps.push({ atom: i, start: at, end: at + 1, how: "same" });
    } else {
      steps.push({ atom: i, start: at, end, how: "same" });
      at = end;
    }
  }
  return at === text.length ? steps : null;
}

const isLead = (atom: Atom | undefined): boolean => atom?.kind === "char" && atom.lead;

function leadFrom(atoms: readonly Atom[], from: number): string {
  let words = "";
  for (let i = from; isLead(atoms[i]); i += 1) words += atoms[i]?.text ?? "";
  return words;
}

/** Where an atom that stands at a place ends; null where it does not stand there. */
function endOf(atoms: readonly Atom[], i: number, text: string, at: number, numerals: ReadonlyMap<number, Numeral>): number | null {
  const atom = atoms[i];
  if (!atom) return null;
  switch (atom.kind) {
    case "char":
      return text.charAt(at) === atom.text ? at + 1 : null;
    case "number":
      return numerals.get(at)?.end ?? null;
    case "way":
      return WAYS.includes(text.slice(at, at + 2)) ? at + 2 : null;
    case "year":
      return atom.text !== "" && text.startsWith(atom.text, at) ? at + atom.text.length : null;
    case "free":
      return endOfFree(atoms, i, text, at);
  }
}

/** Free words go on to the words that follow them; to the last such where nothing else follows. */
function endOfFree(atoms: readonly Atom[], i: number, text: string, at: number): number | null {
  let words = "";
  let next = i + 1;
  for (; atoms[next]?.kind === "char" && atoms[next]?.soft === false; next += 1) words += atoms[next]?.text ?? "";
  if (words === "") return next === atoms.length ? text.length : null;
  const end = next === atoms.length ? (text.endsWith(words) ? text.length - words.length : -1) : text.indexOf(words, at);
  return end < at ? null : end;
}

function skipCost(atom: Atom): number {
  if (atom.soft || atom.kind === "free") return atom.lead && atom.kind === "char" ? COST.lead : 0;
  if (atom.kind === "char") return PUNCTUATION.test(atom.text) ? COST.mark : COST.char;
  return atom.kind === "number" ? COST.number : atom.kind === "way" ? COST.way : COST.year;
}

function swapCost(said: Sort, wanted: Sort): number {
  if (said === "mark" && wanted === "mark") return COST.swapMark;
  return said === "word" && wanted === "word" ? COST.swap : COST.digit;
}
