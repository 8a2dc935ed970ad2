import type { CellValue } from "../../../workbook/plain";

/** A cell of a file that keeps only what was shown: its value and, for a number, the format that shows it the same way. */
export interface TypedCell {
  readonly value: CellValue;
  readonly format?: string;
}

/** Longer numbers are account or card numbers: as a number their last digits would be lost. */
const MOST_DIGITS = 15;
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?(%?)$/;

/**
 * A shown text as the number it shows, as Excel takes it when it opens such a file; the format keeps the decimals and
 * separators it was shown with. A leading zero makes a code of it, which stays text.
 */
export function typedCell(shown: string): TypedCell {
  const text = shown.trim();
  const [, sign = "", whole = "", fraction = "", percent = ""] = NUMBER.exec(text) ?? [];
  const digits = whole.replaceAll(",", "");
  if (digits === "" || digits.length + fraction.length > MOST_DIGITS || (digits.length > 1 && digits.startsWith("0")))
    return { value: shown === "" ? null : shown };
  const decimals = Math.max(0, fraction.length - 1);
  const format = `${whole.includes(",") ? "#,##0" : "0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${percent}`;
  const value = Number(`${sign}${digits}${fraction}${percent === "" ? "" : "e-2"}`);
  return format === "0" ? { value } : { value, format };
}
