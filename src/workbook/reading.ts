import { Exact } from "../amount/exact";
import { readAmountText, type Notation } from "../amount/read-text";
import { isCellError, type CellValue } from "./plain";

/**
 * What one cell says. Blank, zero, text and absent are four different things: a blank counts as 0 in sums, a text never
 * does, and an absent cell (its column was not found) keeps a check from running.
 * Amounts are in 万元 whatever unit the sheet states.
 */
export type Reading =
  | { readonly kind: "blank" }
  | {
      readonly kind: "amount";
      /** As stored, to 15 significant digits. */
      readonly stored: Exact;
      /** As shown under the cell's number format: what is published. */
      readonly shown: Exact;
      /** How the number was written, when it was not simply a number. */
      readonly notation: readonly Notation[];
      /** Decimals shown, in the sheet's own unit. */
      readonly decimals: number;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly error: string };

const BLANK: Reading = { kind: "blank" };
const PLAIN: readonly Notation[] = [];
const ZERO_PLACES: Reading = { kind: "amount", stored: Exact.zero, shown: Exact.zero, notation: PLAIN, decimals: 0 };

const formatCache = new Map<string, number | null>();

/** Decimals that a number format shows; null for General, dates and others that show the number as it is. */
export function formatDecimals(format: string | undefined): number | null {
  if (format === undefined || format === "General" || format === "@") return null;
  const known = formatCache.get(format);
  if (known !== undefined) return known;
  const first = (format.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*./g, "");
  const match = /[0#?](?:\.([0#?]+))?[^0#?.]*$/.exec(first);
  const decimals = match && !/[ymdhs%E]/i.test(first.replace(/\[[^\]]*\]/g, "")) ? (match[1]?.length ?? 0) : null;
  formatCache.set(format, decimals);
  return decimals;
}

/** Reads a cell of an amount column. `shift` moves the decimal point: 0 for 万元, -4 for 元. */
export function readCell(value: CellValue | undefined, format: string | undefined, shift: number): Reading {
  if (value === null || value === undefined || value === "") return BLANK;
  if (typeof value === "number") {
    if (value === 0) return ZERO_PLACES;
    return amount(Exact.ofDouble(value), formatDecimals(format), PLAIN, shift);
  }
  if (typeof value === "string") {
    const read = readAmountText(value);
    if (read === "blank") return BLANK;
    if (!read) return { kind: "text", text: value };
    const own = read.unit === null ? shift : read.unit === "万元" ? 0 : -4;
    return amount(read.value, null, read.notation, own);
  }
  if (isCellError(value)) return { kind: "error", error: value.error };
  return { kind: "text", text: value ? "TRUE" : "FALSE" };
}

function amount(value: Exact, formatted: number | null, notation: readonly Notation[], shift: number): Reading {
  const decimals = formatted ?? value.decimals();
  const shown = formatted === null ? value : value.round(formatted);
  return shift === 0
    ? { kind: "amount", stored: value, shown, notation, decimals }
    : { kind: "amount", stored: value.shifted(shift), shown: shown.shifted(shift), notation, decimals };
}
