import type { CellValue } from "../../../workbook/plain";
import { serialOf } from "./serial-date";
import { shownText } from "./text-item";

/** What cells of a workbook share. */
export interface SharedContent {
  readonly texts: readonly string[];
  readonly count: 1900 | 1904;
}

/** What Excel shows where there is no value: "#REF!". */
const ERROR = /^#[A-Z\d_/]{1,20}[!?]?$/;

/** 0x10, 0b1, 0o7: numbers to the language, none to a workbook. */
const CODED_NUMBER = /^0[xbo]/i;

/** NaN, INF and what else a damaged or foreign writer put where a number belongs: no number, to be seen at its cell. */
const numberOf = (value: number): CellValue => (Number.isFinite(value) ? value : { error: "#NUM!" });

/**
 * The value of a cell by its type (ECMA-376 part 1, 18.18.11) and the words in it; dates are serial numbers. undefined:
 * the cell points at a shared text that is not there.
 */
export function cellValue(type: string | undefined, words: string, { texts, count }: SharedContent): CellValue | undefined {
  if (type === "str") return shownText(words);
  const trimmed = words.trim();
  if (trimmed === "") return null;
  switch (type) {
    case undefined:
    case "":
    case "n":
      return numberOf(CODED_NUMBER.test(trimmed) ? NaN : Number(trimmed));
    case "s":
      return texts[Number(trimmed)];
    case "b":
      return trimmed === "1" || trimmed === "true";
    case "e":
      return { error: ERROR.test(trimmed) ? trimmed : "#VALUE!" };
    case "d":
      return numberOf(serialOf(trimmed, count));
    default:
      // No type of the standard's: a program that knows it would show something else.
      return { error: "#VALUE!" };
  }
}
