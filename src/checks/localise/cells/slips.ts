import type { Suspect } from "../../report";

/** How a figure came to be another, and how surprising that is: 0 is no surprise at all. */
export interface Slip {
  readonly kind: Suspect["kind"];
  readonly surprise: number;
}

const slip = (kind: Suspect["kind"], surprise: number): Slip => ({ kind, surprise });

/**
 * The likeliest way the figure `should` came to be written as `written`. Whole numbers of the last printed place; 0 is a
 * blank. The surprises are set so that one common slip of the hand is likelier than two, and any slip than none.
 */
export function slipBetween(written: number, should: number): Slip {
  if (written === should) return slip("value", 0);
  if (written === 0) return should < 0 ? slip("value", 9) : slip("blank", 3.5);
  if (should === 0) return slip("value", 4.5);
  const negative = should < 0 && written > 0 ? 6 : 0;
  if (written === -should) return slip("sign", 1 + negative);
  if (isPowerOfTen(written, should)) return slip("scale", 1 + negative);
  const [wrong, right] = [digits(written), digits(should)];
  if (Math.sign(written) === Math.sign(should)) {
    if (isTransposition(wrong, right)) return slip("transposition", 1);
    if (differsInOneDigit(wrong, right)) return slip("digit", 2);
    if (isOneMoreOrLess(wrong, right)) return slip("digit", 2.5);
  }
  // 14.90 for 15.00: a count that is off by one at some place, with its carry.
  if (Number.isInteger(Math.log10(Math.abs(written - should)))) return slip("value", 2.5 + negative);
  return slip("value", 5 + negative);
}

function digits(figure: number): string {
  return String(Math.abs(figure)).padStart(3, "0");
}

/** Off by 10, 100, 1,000 or 10,000 either way, or what is left of that after rounding to the last place. */
function isPowerOfTen(written: number, should: number): boolean {
  return [1, 2, 3, 4].some(
    (power) =>
      written === should * 10 ** power ||
      should === written * 10 ** power ||
      (Math.round(should / 10 ** power) === written && Math.abs(written) >= 100),
  );
}

function isTransposition(wrong: string, right: string): boolean {
  if (wrong.length !== right.length) return false;
  const at = Array.from(wrong).findIndex((digit, place) => digit !== right[place]);
  return at >= 0 && wrong[at] === right[at + 1] && wrong[at + 1] === right[at] && wrong.slice(at + 2) === right.slice(at + 2);
}

function differsInOneDigit(wrong: string, right: string): boolean {
  return wrong.length === right.length && Array.from(wrong).filter((digit, place) => digit !== right[place]).length === 1;
}

/** A digit left out or typed twice. */
function isOneMoreOrLess(wrong: string, right: string): boolean {
  const [short, long] = wrong.length < right.length ? [wrong, right] : [right, wrong];
  if (long.length !== short.length + 1) return false;
  const at = Array.from(long).findIndex((digit, place) => digit !== short[place]);
  return at >= 0 && long.slice(at + 1) === short.slice(at);
}
