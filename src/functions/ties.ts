import type { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";
import { judgeSum } from "../amount/tolerance";
import { readWhole } from "./arguments";
import { raise, valueError, type CellResult } from "./errors";
import { printed } from "./shares";
import { spreadPairs } from "./spread";

/**
 * Whether two figures that ought to be the same are: “相符”, “尾差 0.01” or “不符，差 1.00” (differences without sign).
 * Figures are compared as printed, to two decimals. One figure against another may be off by 0.01; against the sum of n
 * rounded figures by what their rounding explains. Rules: docs/rules.md 0.2, 0.3.
 */
export function ties(left: unknown, right: unknown, addends?: unknown): CellResult[][] {
  const count = readWhole(addends, 1, "加数个数");
  if (count < 1) raise(valueError("“加数个数”至少是 1。两个数直接相比时可以不填。"));
  return spreadPairs(left, right, (a, b) => verdict(printed(a).minus(printed(b)), count));
}

function verdict(difference: Exact, addends: number): string {
  const amount = formatAmount(difference.abs(), GROUPED);
  switch (judgeSum(difference, addends)) {
    case "holds":
      return "相符";
    case "rounding":
    case "unlikely":
      return `尾差 ${amount}`;
    case "broken":
      return `不符，差 ${amount}`;
  }
}
