import { Exact } from "./exact";
import { choose, sectionsOf, type Section } from "./number-format-sections";
import type { Unit } from "./unit";

/**
 * What a reader sees of a number under its number format.
 * number: digits, read as they stand (0.00,, shows 12345678 as 12.35) · words: a date, a percentage, words in place of
 * the digits · nothing: the format hides the number.
 */
export type Printed =
  | {
      readonly kind: "number";
      readonly value: Exact;
      /** As stored, the point moved as the format moves it. */
      readonly stored: Exact;
      readonly decimals: number;
      /** The unit the format writes behind the digits. */
      readonly unit: Unit | null;
    }
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "nothing" };

/** The format of a cell that has none. */
export const GENERAL = "General";

/** Excel's General shows at most eleven characters, the point among them. */
const GENERAL_DIGITS = 10;
/** More digits than these no number in a cell has: what comes behind them is binary noise. */
const DIGITS = 15;
/** An amount in 元 or 万元 that is told to the cent. */
const CENTS = 2;
/** By decimals: what is less than this is shown with all of them. */
const GENERAL_LIMITS = Array.from({ length: 7 }, (_, decimals) => 10 ** (GENERAL_DIGITS - decimals));

/** The number as its format prints it; without a format as General. */
export function printNumber(number: Exact, format: string | undefined): Printed {
  const section = choose(sectionsOf(format ?? GENERAL), number);
  switch (section.kind) {
    case "date":
      return { kind: "words", text: dateText(number) };
    case "words":
      return wordsOf(section, number);
    case "general":
      return printed(section, number, number, generalDecimals(number));
    case "scientific":
      return printed(section, number, number, section.most - exponentOf(number));
    case "digits":
      return digitsOf(section, number);
  }
}

function digitsOf(section: Section, number: Exact): Printed {
  const moved = section.scale === 0 ? number : number.shifted(section.scale);
  if (section.percent) return { kind: "words", text: `${moved.toFixed(section.most)}%` };
  const value = moved.round(section.most);
  if (value.isZero() && section.needed === 0 && !section.zeros) return wordsOf(section, number);
  return printed(section, moved, value, Math.max(section.needed, Math.min(section.most, value.decimals())));
}

/** A section for negative numbers takes them without their sign and prints what it likes in its place. */
function printed(section: Section, stored: Exact, shown: Exact, decimals: number): Printed {
  const rounded = shown.round(decimals);
  const value = rounded.equals(stored) ? stored : rounded;
  const signed = !section.unsigned || stored.sign() >= 0;
  return {
    kind: "number",
    value: signed ? value : value.negated(),
    stored: signed ? stored : stored.negated(),
    decimals: Math.max(decimals, 0),
    unit: section.unit,
  };
}

/** "-" stands for zero; no words at all hide the number. */
function wordsOf({ text }: Section, number: Exact): Printed {
  if (text === "") return { kind: "nothing" };
  return number.isZero() || /^[-\u2010-\u2015\u2212]+$/.test(text)
    ? { kind: "number", value: Exact.zero, stored: number, decimals: 0, unit: null }
    : { kind: "words", text };
}

/** An amount to the cent is taken whole: that General has no room for it on the screen is nobody's choice. */
function generalDecimals(number: Exact): number {
  const decimals = number.decimals();
  if (decimals <= CENTS || Math.abs(number.toNumber()) < (GENERAL_LIMITS[decimals] ?? 10 ** (GENERAL_DIGITS - decimals))) return decimals;
  const cents = number.round(DIGITS - 1 - exponentOf(number)).decimals();
  if (cents <= CENTS) return cents;
  return Math.min(decimals, Math.max(0, GENERAL_DIGITS - Math.max(1, exponentOf(number) + 1)));
}

/** Of 1219.43 it is 3, of 0.05 it is -2. */
function exponentOf(number: Exact): number {
  const size = Math.abs(number.toNumber());
  return size === 0 ? 0 : Number(size.toExponential().split("e")[1]);
}

const DAYS_TO_1970 = 25569;
const LAST_DAY = 2958465;

/** Serial 46063 is "2026-02-10". */
function dateText(serial: Exact): string {
  const days = serial.toNumber();
  return days >= 0 && days <= LAST_DAY ? new Date(Math.round((days - DAYS_TO_1970) * 864e5)).toISOString().slice(0, 10) : serial.toString();
}
