import type { Exact } from "../amount/exact";
import { GROUPED, formatPercent } from "../amount/format";
import { PERCENT_DECIMALS, share } from "../amount/ratio";
import { readDigits } from "./arguments";
import { divisionByZero, type CellResult } from "./errors";
import { spreadPairs } from "./spread";

/** 占比 as a fraction whose percentage has `digits` decimals: 0.9984 shows as 99.84%. A whole of zero is #DIV/0!. */
export function shares(part: unknown, whole: unknown, digits?: unknown): CellResult[][] {
  const decimals = readDigits(digits, PERCENT_DECIMALS);
  return spreadPairs(part, whole, (a, b) => share(a, b, decimals)?.shifted(-2).toNumber() ?? divisionByZero());
}

/** "占99.84%", from the amounts as printed (two decimals). */
export function shareTexts(part: unknown, whole: unknown): CellResult[][] {
  return spreadPairs(part, whole, (a, b) => {
    const points = share(printed(a), printed(b));
    return points ? `占${formatPercent(points, GROUPED)}` : divisionByZero();
  });
}

/** Sentences speak of printed amounts. Rule: docs/rules.md 0.5. */
export function printed(amount: Exact): Exact {
  return amount.round(2);
}
