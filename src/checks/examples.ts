import { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";
import type { Check, Examples } from "./engine/check";
import type { Identity, Side } from "./language/expression";

/** The figure that examples are about, in 万元, and the error that the failing one has. */
const WHOLE = Exact.ofUnits(121943, 2);
const ERROR = Exact.ofUnits(10, 2);
const PART = Exact.ofUnits(16134, 2);
/** A sum over rows is shown with as many parts. */
const SUMMED = 3;

const shown = (amount: Exact): string => formatAmount(amount, GROUPED);

/** "1,219.43 = 1,058.09+161.34": a figure and the parts that add up to it. */
export function examplesOfEquality(parts: number): Examples {
  const sum = partsOf(parts);
  const wrong = WHOLE.plus(ERROR);
  return {
    holds: `${shown(WHOLE)} = ${sum}`,
    fails: parts === 1 ? `${shown(WHOLE)} ≠ ${shown(wrong)}，少 ${shown(ERROR)}` : `${shown(wrong)} ≠ ${sum}，多 ${shown(ERROR)}`,
  };
}

/** A part is not more than the whole. */
export const examplesOfLimit: Examples = {
  holds: `${shown(PART)} ≤ ${shown(WHOLE)}`,
  fails: `${shown(WHOLE.plus(ERROR))} > ${shown(WHOLE)}，多 ${shown(ERROR)}`,
};

/** The whole in so many parts, each of them different. */
function partsOf(count: number): string {
  const smaller = Array.from({ length: Math.max(0, count - 1) }, (_, index) => PART.minus(Exact.ofUnits(index * 1111, 2)));
  return [WHOLE.minus(Exact.sum(smaller)), ...smaller].map(shown).join("+");
}

const termsOf = (side: Side): number => side.reduce((count, term) => count + (term.sum ? SUMMED : 1), 0);

/** The longest sum that is written out. */
const LONGEST = 8;

function examplesOfIdentity({ left, operator, right }: Identity): Examples {
  return operator === "=" ? examplesOfEquality(Math.min(LONGEST, Math.max(termsOf(left), termsOf(right)))) : examplesOfLimit;
}

/** A case in which the check holds and one in which it does not: made from an identity's formula, told by an inspection. */
export function examplesOf(check: Check): Examples {
  return check.kind === "identity" ? examplesOfIdentity(check.identity) : check.examples;
}
