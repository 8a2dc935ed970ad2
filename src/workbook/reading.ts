import { Exact } from "../amount/exact";
import { GENERAL, printNumber } from "../amount/number-format";
import { readAmountText, type Notation } from "../amount/read-text";
import { inWan, placesOf, type Unit, type Wan } from "../amount/unit";
import { remembered } from "../text/remembered";
import { isCellError, type CellValue } from "./plain";

/**
 * What one cell says. Blank, zero, text, uncalculated and absent are five different things: a blank counts as 0 in sums,
 * a text never does, a formula without a result may come to anything, and an absent cell (its column was not found)
 * keeps a check from running. Amounts are in 万元 whatever unit the sheet states.
 */
export type Reading =
  | {
      readonly kind: "blank";
      /** The number that the cell's format hides, as stored. */
      readonly hides?: Exact;
    }
  | {
      readonly kind: "amount";
      /** As stored, to 15 significant digits, without the noise of binary arithmetic. */
      readonly stored: Exact<Wan>;
      /** As shown under the cell's number format: what is published. The same object as `stored` where nothing is lost. */
      readonly shown: Exact<Wan>;
      /** How the number was written, when it was not simply a number. */
      readonly notation: readonly Notation[];
      /** Decimals shown, in the sheet's own unit. */
      readonly decimals: number;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly error: string }
  /** A formula whose result the program that wrote the file did not work out. */
  | { readonly kind: "uncalculated"; readonly formula: string };

/** What to do about a formula without a result. */
export const NOT_CALCULATED = "公式还没有算出结果，请先用 Excel 或 WPS 打开并保存";

const BLANK: Reading = { kind: "blank" };
const PLAIN: readonly Notation[] = [];

/** Nothing is published finer than 分, 10^-6 万元. */
const FINEST = 6;
const NOISE = Exact.ofUnits(1, 7);

/** A double as it was meant: 1221.42-1219.43 leaves 1.990000000000009 in the file. */
function meant(double: number): Exact {
  const exact = Exact.ofDouble(double);
  if (exact.decimals() <= FINEST) return exact;
  const near = exact.round(FINEST);
  return near.minus(exact).abs().compare(NOISE) <= 0 ? near : exact;
}

/** Reads a cell of an amount column of a sheet whose amounts are in `unit`. */
export function readCell(value: CellValue | undefined, format: string | undefined, unit: Unit, formula?: string): Reading {
  if (value === null || value === undefined) return formula === undefined ? BLANK : { kind: "uncalculated", formula };
  if (typeof value === "number") return numberReaders[unit](format ?? GENERAL)(value);
  if (typeof value === "string") {
    const read = readAmountText(value);
    if (read === "blank") return BLANK;
    return read ? amount(read.value, read.value, read.notation, read.decimals, read.unit, unit) : { kind: "text", text: value };
  }
  if (isCellError(value)) return { kind: "error", error: value.error };
  return { kind: "text", text: value ? "TRUE" : "FALSE" };
}

/** So many formats, and figures under each, are kept: some megabytes, whatever the files hold. */
const [MOST_FORMATS, MOST_FIGURES] = [8, 4096];

/**
 * Figures repeat, a subject's from table to table and a total's in its only part: what one says is kept, and shared, instead
 * of being made, and swept, again.
 */
const readerOf = (unit: Unit): ((format: string) => (value: number) => Reading) =>
  remembered((format) => remembered((value: number) => readNumber(value, format, unit), MOST_FIGURES), MOST_FORMATS);
const numberReaders: Readonly<Record<Unit, ReturnType<typeof readerOf>>> = { 元: readerOf("元"), 万元: readerOf("万元") };

function readNumber(value: number, format: string, unit: Unit): Reading {
  if (!Number.isFinite(value)) return { kind: "error", error: "#NUM!" };
  const number = meant(value);
  const printed = printNumber(number, format);
  switch (printed.kind) {
    case "number":
      return amount(printed.value, printed.stored, PLAIN, printed.decimals, printed.unit, unit);
    case "words":
      return { kind: "text", text: printed.text };
    case "nothing":
      return number.isZero() ? BLANK : { kind: "blank", hides: number };
  }
}

/** A unit written beside the figure is the figure's own. */
function amount(shown: Exact, stored: Exact, notation: readonly Notation[], decimals: number, written: Unit | null, sheet: Unit): Reading {
  const own = written ?? sheet;
  const published = inWan(shown, own);
  return {
    kind: "amount",
    shown: published,
    stored: stored === shown ? published : inWan(stored, own),
    notation,
    decimals: placesOf(decimals, own) - placesOf(0, sheet),
  };
}
