import { visible } from "../text/invisible";
import { Exact } from "./exact";
import type { Unit } from "./unit";

/**
 * How a text departs from a number that Excel keeps as a number; rule S07 tells the user.
 * text: digits kept as text · separator: 1,219.43 · space: spaces inside (1, 221. 42) · fullWidth: １２．５ ·
 * dash: “—” for zero · parentheses: (1.00) for −1.00 · unit: 万元 or 元 after the figure · apostrophe: a leading '.
 */
export type Notation = "text" | "separator" | "space" | "fullWidth" | "dash" | "parentheses" | "unit" | "apostrophe";

export interface AmountText {
  /** In the unit written beside it when there is one, otherwise in the table's. */
  readonly value: Exact;
  readonly unit: Unit | null;
  /** Decimals as written: "24.00" has two. */
  readonly decimals: number;
  readonly notation: readonly Notation[];
}

const SPACES = /\s+/g;
const FULL_WIDTH = /[０-９，．＋－（）＇]/g;
const DASHES = /^[-\u2010-\u2015\u2212\u2500]+$/;
const PLAIN_DIGITS = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const GROUPED_DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** Longer than any amount; a bound on hostile input. */
const LONGEST = 64;

/**
 * Reads a number as exported workbooks write it in text cells. Only what can be read in one way is read; whether the
 * cell holds an amount at all (and not a code, a year, a telephone number) is decided by where it stands, not here.
 *
 * @returns "blank" for nothing but spaces; null for everything that is not one amount: words, percentages, dates,
 * error texts, wrongly grouped digits (1,2,3), two numbers in one cell. Rules: docs/rules.md 0.1, docs/checks.md S07.
 */
export function readAmountText(text: string): AmountText | "blank" | null {
  const trimmed = visible(text).trim();
  if (trimmed === "") return "blank";
  if (trimmed.length > LONGEST) return null;
  const half = trimmed.replace(FULL_WIDTH, halfWidth);
  if (DASHES.test(half)) return { value: Exact.zero, unit: null, decimals: 0, notation: ["dash"] };
  const written = half === trimmed ? [] : (["fullWidth"] as const);
  const { body, apostrophe } = withoutApostrophe(half);
  const { amount, unit } = splitUnit(body);
  const { inside, negative } = unwrap(amount);
  const found = readDigits(inside);
  if (!found || (negative && found.signed)) return null;
  return {
    value: negative ? found.value.negated() : found.value,
    unit,
    decimals: found.decimals,
    notation: [
      "text",
      ...written,
      ...found.notation,
      ...(negative ? (["parentheses"] as const) : []),
      ...(unit ? (["unit"] as const) : []),
      ...(apostrophe ? (["apostrophe"] as const) : []),
    ],
  };
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function withoutApostrophe(text: string): { body: string; apostrophe: boolean } {
  return text.startsWith("'") ? { body: text.slice(1).trim(), apostrophe: true } : { body: text, apostrophe: false };
}

/** 元 and 万元 name one unit each; 万, 亿元 and anything else stay unread. */
function splitUnit(text: string): { amount: string; unit: Unit | null } {
  const match = /^([^万亿千百十元]*)(万元|元)$/.exec(text);
  return match ? { amount: (match[1] ?? "").trim(), unit: match[2] === "元" ? "元" : "万元" } : { amount: text, unit: null };
}

function unwrap(text: string): { inside: string; negative: boolean } {
  const match = /^\((.*)\)$/s.exec(text);
  return match ? { inside: (match[1] ?? "").trim(), negative: true } : { inside: text, negative: false };
}

interface Digits {
  readonly value: Exact;
  readonly signed: boolean;
  readonly decimals: number;
  readonly notation: readonly Notation[];
}

function readDigits(text: string): Digits | null {
  const joined = text.replace(SPACES, "");
  const sign = /^[+\-\u2212]/.exec(joined)?.[0] ?? "";
  const digits = joined.slice(sign.length);
  const grouped = GROUPED_DIGITS.test(digits);
  if (!grouped && !PLAIN_DIGITS.test(digits)) return null;
  if (!grouped && partsTwoNumbers(text)) return null;
  const magnitude = Exact.parse(digits.replace(/,/g, "").replace(/^\./, "0."));
  if (!magnitude) return null;
  return {
    value: sign === "" || sign === "+" ? magnitude : magnitude.negated(),
    signed: sign !== "",
    decimals: digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0,
    notation: [...(grouped ? (["separator"] as const) : []), ...(joined === text ? [] : (["space"] as const))],
  };
}

/** "12 34" may be two numbers; in "1,2 21.42" the grouping shows that the space is none. */
function partsTwoNumbers(text: string): boolean {
  return /\d\s+\d/.test(text);
}
