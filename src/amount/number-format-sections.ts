import type { Exact } from "./exact";
import type { Unit } from "./unit";

/** One section of a number format ("#,##0.00;-#,##0.00;;@" has four), as far as it changes what is read. */
export interface Section {
  readonly kind: "digits" | "general" | "scientific" | "date" | "words";
  /** Numbers it is for, where it says so itself: [>=10000]. */
  readonly condition: ((number: number) => boolean) | null;
  /** The point moves so many places to the right: two for each %; to the left three for each trailing comma, one for each
   *  digit behind a point that is printed as it stands (0!.0000). */
  readonly scale: number;
  /** Decimals that are always printed, and that are printed at most. */
  readonly needed: number;
  readonly most: number;
  /** Whether a zero is printed as a digit at all ("#" prints none). */
  readonly zeros: boolean;
  readonly percent: boolean;
  /** The words around the digits, without spaces. */
  readonly text: string;
  readonly unit: Unit | null;
  /** For negative numbers, whose sign it neither prints nor shows by brackets or by red. */
  readonly unsigned: boolean;
}

const compiled = new Map<string, readonly Section[]>();

/** The sections for numbers; each format is taken apart once. */
export function sectionsOf(format: string): readonly Section[] {
  let sections = compiled.get(format);
  if (!sections) {
    const forNumbers = split(format)
      .filter((tokens) => !tokens.some(isText))
      .slice(0, 3);
    sections = (forNumbers.length > 0 ? forNumbers : split("General")).map((tokens, index) => sectionOf(tokens, index === 1));
    compiled.set(format, sections);
  }
  return sections;
}

/** The section that prints a number: by its conditions, otherwise positive; negative; zero. */
export function choose(sections: readonly Section[], number: Exact): Section {
  const [first, second, third] = sections as readonly [Section, Section?, Section?];
  if (!second) return first;
  const value = number.toNumber();
  if (first.condition)
    return first.condition(value) ? first : !third || (second.condition ?? isNegative)(value) ? { ...second, unsigned: false } : third;
  return value < 0 ? second : value === 0 && third ? third : first;
}

/** "@" stands for a text: its section prints no number. */
const isText = ({ kind, text }: Token): boolean => kind === "literal" && text === "@";

const isNegative = (value: number): boolean => value < 0;

/**
 * place: 0 # ? · point · comma · percent · literal: a character that is printed as it stands · bracket: [Red], [>0] ·
 * code: a letter of a date, E+ of a power, General.
 */
interface Token {
  readonly kind: "place" | "point" | "comma" | "percent" | "literal" | "bracket" | "code";
  readonly text: string;
}

/** "…" quotes · \x and !x print x · _x is a space as wide as x · *x fills · [ ] colours, conditions, currencies. */
const TOKENS =
  /"([^"]*)"?|[\\!]([^])|[_*][^]|\[([^[\]]*)\]|(General|G\/通用格式|E[+-]|AM\/PM|A\/P|[ymdhsebg]+)|([0#?])|(\.)|(,)|(%)|(;)|([^])/giu;

function split(format: string): readonly (readonly Token[])[] {
  const sections: Token[][] = [[]];
  const add = (kind: Token["kind"], text: string): void => void sections.at(-1)?.push({ kind, text });
  for (const [, quoted, escaped, bracket, code, place, point, comma, percent, end, other] of format.matchAll(TOKENS)) {
    if (end !== undefined) sections.push([]);
    else if (quoted !== undefined) for (const character of quoted) add("literal", character);
    else if (bracket !== undefined) add("bracket", bracket);
    else if (code !== undefined) add("code", code);
    else if (place !== undefined) add("place", place);
    else if (point !== undefined) add("point", point);
    else if (comma !== undefined) add("comma", comma);
    else if (percent !== undefined) add("percent", percent);
    else if (escaped !== undefined || other !== undefined) add("literal", escaped ?? other ?? "");
  }
  return sections;
}

function sectionOf(tokens: readonly Token[], forNegatives: boolean): Section {
  // What follows a line break is out of sight in a row of one line: "0.00,,⏎%" shows 元 as 万元.
  const broken = tokens.findIndex(({ kind, text }) => kind === "literal" && text === "\n");
  const inSight = broken < 0 ? tokens : tokens.slice(0, broken);
  const power = tokens.findIndex(isPower);
  const places = tokens.flatMap(({ kind }, at) => (kind === "place" && (power < 0 || at < power) ? [at] : []));
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? -1];
  const text = inSight
    .filter(({ kind }) => kind === "literal")
    .map((token) => token.text)
    .join("")
    .replace(/\s/g, "");
  const point = pointOf(tokens, first, last);
  const behind = point === null ? [] : places.filter((at) => at > point.at);
  const commas =
    trailing(tokens, last, "comma") + (point === null ? 0 : trailing(tokens, places.filter((at) => at < point.at).at(-1) ?? -1, "comma"));
  const added = zerosBehind(tokens, last, trailing(tokens, last, "comma"));
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const wordy = text.replace(/[0.,]/g, "");
  return {
    kind: kindOf(tokens, places.length),
    condition: conditionOf(tokens),
    scale: 2 * percents - 3 * commas - (point?.literal === true ? behind.length : 0) + (point === null ? added : 0),
    needed: Math.max(0, behind.filter((at) => tokens[at]?.text === "0").length + (point === null ? 0 : added)),
    most: behind.length + (point === null ? 0 : added),
    zeros: places.some((at) => tokens[at]?.text === "0"),
    percent: inSight.some(({ kind }) => kind === "percent"),
    text: wordy,
    unit: /^[^元万]*元$/.test(wordy) ? "元" : /^[^元万]*万元?$/.test(wordy) ? "万元" : null,
    unsigned:
      forNegatives &&
      !/[-\u2212(（△▲]/u.test(text) &&
      !tokens.some(({ kind, text: colour }) => kind === "bracket" && /^(?:red|红色|color\s*3|颜色\s*3)$/i.test(colour)),
  };
}

function kindOf(tokens: readonly Token[], places: number): Section["kind"] {
  if (places > 0 && tokens.some(isPower)) return "scientific";
  const codes = tokens.filter(({ kind }) => kind === "code").map(({ text }) => text.toUpperCase());
  if (codes.some((code) => code === "GENERAL" || code === "G/通用格式")) return "general";
  if (codes.length > 0 || tokens.some(({ kind, text }) => kind === "bracket" && /^(?:h+|m+|s+)$/i.test(text))) return "date";
  if (places > 0 && tokens.some(({ kind, text }) => kind === "literal" && text === "/")) return "general";
  return places > 0 ? "digits" : "words";
}

const isPower = ({ kind, text }: Token): boolean => kind === "code" && /^E[+-]$/i.test(text);

/** The decimal point, or a point that is printed as it stands between two digits. */
function pointOf(tokens: readonly Token[], first: number, last: number): { readonly at: number; readonly literal: boolean } | null {
  const real = tokens.findIndex(({ kind }) => kind === "point");
  if (real >= 0) return { at: real, literal: false };
  const literal = tokens.findIndex(({ kind, text }, at) => kind === "literal" && text === "." && at > first && at < last);
  return literal < 0 ? null : { at: literal, literal: true };
}

/** How many tokens of a kind follow a place directly. */
function trailing(tokens: readonly Token[], place: number, kind: Token["kind"]): number {
  let count = 0;
  while (place >= 0 && tokens[place + 1 + count]?.kind === kind) count++;
  return count;
}

/** Zeros printed as they stand behind the digits: 0"00" shows 12 as 1200. */
function zerosBehind(tokens: readonly Token[], last: number, commas: number): number {
  const after = last < 0 ? [] : tokens.slice(last + 1 + commas);
  const end = after.findIndex(({ kind, text }) => kind !== "literal" || text !== "0");
  return end < 0 ? after.length : end;
}

const COMPARISON = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;

function conditionOf(tokens: readonly Token[]): Section["condition"] {
  for (const { kind, text } of tokens) {
    const [, sign = "", limit = ""] = (kind === "bracket" && COMPARISON.exec(text)) || [];
    if (sign === "") continue;
    const bound = Number(limit);
    return (value) => sign.includes(value < bound ? "<" : value > bound ? ">" : "=");
  }
  return null;
}
