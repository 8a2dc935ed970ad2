import { Exact } from "../../amount/exact";
import type { Pattern, Quantity } from "../../narrative/pattern/node";
import { read, type Reading } from "../../narrative/pattern/read";
import type { Ledger } from "../ledger";
import { valueOf } from "../read/figures";
import { withoutParts, type Part } from "../sentences/enumeration";
import type { Found } from "../sentences/found";
import { spanIn } from "../sentences/slots";
import { currentIn, namesOf, nothingIn, nothingOf } from "./nothing";
import { sumWith } from "./sums";

/**
 * Reads a statement by its pattern; where it leaves out parts of an enumeration that are nothing, or says so of them, by the pattern
 * without them. A part is nothing where the tables say so, and where nobody knows, if those that are named make up the whole.
 */
export function readWithout(ledger: Ledger, pattern: Pattern, found: Found): Reading | null {
  const whole = read(pattern, found.text, ledger.book.amounts);
  if (!whole || whole.cost === 0) return whole;
  const gone = new Map<string, Part>();
  const there = saidIn(found);
  const shorter = withoutParts(pattern, (part, all) => {
    const goes = !isNamed(part, all, there);
    if (goes) gone.set(part.quantity.id, part);
    return goes;
  });
  const reading = shorter && read(shorter, found.text, ledger.book.amounts);
  if (!reading || !isComplete(reading, found)) return whole;
  const parts = [...gone.values()];
  const [only] = parts;
  if (only && parts.length === 1 && isPlainlyLeftOut(ledger, only, reading, found)) {
    leftOut(ledger, found, only.quantity);
    return reading;
  }
  const denied = parts.some(({ quantity }) => nothingOf(found, namesOf(quantity)) !== null);
  if (
    !parts.every(
      ({ quantity, core }) => isNothing(ledger, quantity, reading, found, denied) || isAll(ledger, quantity, core, reading, found),
    )
  )
    return whole;
  for (const { quantity } of parts) ledger.noughts.add(quantity.id);
  if (!ledger.freely && nothingIn(found).length === 0 && !ALL.test(found.text))
    for (const { quantity } of parts) hint(ledger, found, quantity);
  return reading;
}

/**
 * One part of the enumeration, name and amount, is not there, while the others are, and the tables have an amount of it or the
 * others do not make up the whole: it was dropped.
 */
function isPlainlyLeftOut(ledger: Ledger, { quantity: { id, figure } }: Part, reading: Reading, found: Found): boolean {
  if (ledger.freely || nothingIn(found).length > 0 || ALL.test(found.text) || reading.cost > SAME_WORDS) return false;
  if (figure.known) return !figure.value.isZero();
  const sum = sumWith(id);
  const said = figuresBy(reading, found);
  const beside = sum ? sum.parts.filter((part) => part !== id && said.has(part)) : [];
  const whole = sum ? (said.get(sum.whole) ?? ledger.entries.get(sum.whole)?.stated.value ?? null) : null;
  return (
    whole !== null &&
    beside.length + 1 === sum?.parts.length &&
    whole.compare(Exact.sum(beside.flatMap((part) => said.get(part) ?? []))) > 0
  );
}

/** What a mark or two between the parts may cost. */
const SAME_WORDS = 120;

function leftOut(ledger: Ledger, found: Found, { id, what, figure }: Quantity): void {
  ledger.missing.add(id);
  const end = found.text.length - (/[。；]$/.test(found.text) ? 1 : 0);
  ledger.fault({
    id: "B-缺",
    category: "missing",
    severity: "error",
    at: spanIn(found, end, end),
    place: true,
    message: figure.known ? `这里没有写${what}，表上是${figure.value.toFixed(2)}万元。` : `这里没有写${what}，写出的各项加起来不到合计。`,
    cells: figure.known ? figure.cells : [],
    advice: "请补上这一项和它的金额。",
  });
}

/** What the statement says there is something of. */
function saidIn(found: Found): string {
  let text = found.text;
  for (const { start, end } of nothingIn(found)) text = text.slice(0, start) + "；".repeat(end - start) + text.slice(end);
  return text.replace(ALL_OF, "");
}

/** 均为财政拨款, 全部为一般公务用车: all of it is one part. */
const ALL = /(?:均|全部|都|全)[为是系]/;
const ALL_OF = /(?:均|全部|都|全)[为是系][^，。；：、\d]{1,30}/g;

/** 财政拨款 is in 非财政拨款 too, and not named by that. */
function isNamed({ core }: Part, all: readonly Part[], text: string): boolean {
  const longer = all.flatMap((one) => (one.core !== core && one.core.includes(core) ? [one.core] : []));
  return longer.reduce((left, one) => left.replaceAll(one, "；"), text).includes(core);
}

/** Every figure of the shorter pattern stands there, and no other but where nothing is said to be. */
function isComplete({ slots, differences }: Reading, found: Found): boolean {
  const strange = differences.filter(
    ({ start, end }) =>
      /\d/.test(found.text.slice(start, end)) && !nothingIn(found).some((clause) => clause.start <= start && clause.end >= end),
  );
  return strange.length === 0 && slots.every(({ node, numeral, soft }) => node.kind !== "figure" || numeral !== null || soft);
}

/** `denied`: the statement says that there is nothing of it, or of its neighbour. */
function isNothing(ledger: Ledger, { id, figure }: Quantity, reading: Reading, found: Found, denied: boolean): boolean {
  if (figure.known) return figure.value.isZero();
  const said = figuresBy(reading, found);
  const sum = sumWith(id);
  const beside = sum ? sum.parts.filter((part) => part !== id && said.has(part)) : [];
  if (!sum || beside.length === 0) return (said.size > 0 || denied) && [...said.values()].every((value) => value.isZero());
  const whole = said.get(sum.whole) ?? ledger.entries.get(sum.whole)?.stated.value;
  return whole?.equals(Exact.sum(beside.flatMap((part) => said.get(part) ?? []))) === true;
}

/** The amounts that the statement tells, by what they are of. */
function figuresBy({ slots }: Reading, { text }: Found): ReadonlyMap<string, Exact> {
  return new Map(
    slots.flatMap(({ node, numeral }): [string, Exact][] => {
      if (node.kind !== "figure" || node.part !== "current" || !node.quantity || !numeral) return [];
      const value = valueOf(text.slice(numeral.start, numeral.digits), text.slice(numeral.digits, numeral.end));
      return value ? [[node.quantity.id, value]] : [];
    }),
  );
}

/** 均为财政拨款 is true where that part is the whole. */
function isAll(ledger: Ledger, { id, figure }: Quantity, core: string, { slots }: Reading, { text }: Found): boolean {
  const of = sumWith(id)?.whole;
  const here = slots.find(({ node }) => node.kind === "figure" && node.quantity?.id === of)?.node;
  const whole = here?.kind === "figure" ? here.figure : ledger.entries.get(of ?? "")?.figure;
  const said = [...text.matchAll(ALL_OF)].some(([words]) => words.slice(words.search(/[为是系]/) + 1).startsWith(core));
  return said && figure.known && whole?.known === true && whole.value.equals(figure.value);
}

function hint(ledger: Ledger, found: Found, { what, figure }: Quantity): void {
  const end = found.text.length - (/[。；]$/.test(found.text) ? 1 : 0);
  ledger.fault({
    id: "B-缺",
    category: "missing",
    severity: "info",
    at: spanIn(found, end, end),
    place: true,
    message: `这里没有写${what}，${figure.known ? "表上是0" : "写出的各项已合计相符"}，可以不写。`,
    cells: figure.known ? figure.cells : [],
  });
}

/**
 * Whether a statement that is not there would tell of nothing: no amount, and no change of one; where nobody knows, because what is told
 * beside it makes up the whole.
 */
export function tellsNothing(ledger: Ledger, pattern: Pattern): boolean {
  const quantities = quantitiesIn(pattern);
  return quantities.length > 0 && quantities.every((one) => isNought(ledger, one));
}

function isNought(ledger: Ledger, { quantity: { id, figure, comparison }, changes }: Told): boolean {
  if (figure.known && !figure.value.isZero()) return false;
  if (changes && comparison?.prior.known) return figure.known && comparison.prior.value.isZero();
  if (figure.known && !changes) return true;
  return isWholeWithout(ledger, id, changes) === true;
}

/** Whether what is told of the other parts makes up what is told of the whole; null where one of them is not told. */
function isWholeWithout(ledger: Ledger, id: string, changes = false): boolean | null {
  const sum = sumWith(id);
  if (!sum) return null;
  const told = (one: string): Exact | null => (changes ? changeOf(ledger, one) : (ledger.entries.get(one)?.stated.value ?? null));
  const whole = told(sum.whole);
  const isGone = (part: string): boolean => part === id || ledger.missing.has(part) || (!changes && ledger.noughts.has(part));
  const beside = sum.parts.filter((part) => !isGone(part)).map(told);
  const values = beside.flatMap((value) => value ?? []);
  return whole === null || values.length < beside.length ? null : whole.equals(Exact.sum(values));
}

/** 无一般公务用车 where no table knows, and the other vehicles are not all there are. */
export function isDeniedWrongly(ledger: Ledger, { id, figure }: Quantity): boolean {
  return !figure.known && isWholeWithout(ledger, id) === false;
}

/** What no table knows and the text does not tell, though what it tells beside it does not make up the whole. */
export const isWanting = (ledger: Ledger, pattern: Pattern): boolean =>
  currentIn(pattern).some(({ id, figure }) => !figure.known && isWholeWithout(ledger, id) === false);

/** What the text says there is nothing of, though the rest does not make up the whole. */
export function judgeDenied(ledger: Ledger): void {
  for (const { quantity, at } of ledger.denied)
    if (isDeniedWrongly(ledger, quantity))
      ledger.fault({
        id: "B-和",
        category: "sum",
        severity: "error",
        at,
        message: `这里写没有${quantity.what}，但写出的其他各项加起来不等于合计。`,
        advice: "请核对合计和各项，看是哪一个写错了。",
      });
}

/** By how much something is said to have changed. */
function changeOf({ changes, derived, entries }: Ledger, id: string): Exact | null {
  const change = (derived.get(`prior:${id}`) ?? changes.get(id))?.change;
  return change ?? (entries.get(id)?.stated.value?.isZero() === true ? Exact.zero : null);
}

interface Told {
  readonly quantity: Quantity;
  /** It is told by how much it changed, not how much it is. */
  readonly changes: boolean;
}

function quantitiesIn(pattern: Pattern): readonly Told[] {
  return pattern.flatMap((node): readonly Told[] => {
    if (node.kind === "figure" && node.quantity) return [{ quantity: node.quantity, changes: node.part !== "current" }];
    if (node.kind === "figure") return [];
    if (node.kind === "either") return quantitiesIn(node.options.flatMap((option) => option.pattern));
    return node.kind === "maybe" && node.written ? quantitiesIn(node.pattern) : [];
  });
}
