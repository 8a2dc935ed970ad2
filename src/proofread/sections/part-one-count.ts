import type { Ledger } from "../ledger";
import { numeralIn } from "../read/numerals";
import type { Line, Span } from "../text/lines";

/** A number that a line of 第一部分 states behind some words. */
export interface Count {
  readonly value: number;
  readonly at: Span;
}

/** The first number that the words, whose first group it is, lead to. */
export function countIn(line: Line, words: RegExp): Count | null {
  const match = words.exec(line.text);
  const digits = match?.[1];
  if (!match || digits === undefined) return null;
  const start = match.index + match[0].lastIndexOf(digits);
  return { value: Number(digits), at: { line, start, end: start + digits.length } };
}

/** Notes what became of it; null: it is at fault. */
export function settleCount(ledger: Ledger, { at }: Count, by: string | null): void {
  const stated = numeralIn(at);
  if (by === null) ledger.blame(stated);
  else ledger.prove(stated, by);
}
