import type { Figure } from "../../narrative/figure";
import { written, type Ledger } from "../ledger";
import { valueOf, type Stated } from "../read/figures";
import { spanText } from "../text/lines";

const GROUPS = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[^,]*$/;

/**
 * The unit behind a figure, and how its digits are grouped. True where the figure is settled by that: its digits are
 * right and only the unit is not.
 */
export function judgeUnit(ledger: Ledger, what: string, stated: Stated, unit: string, figure: Figure | null): boolean {
  const digits = spanText(stated.digits);
  if (stated.value !== null && !GROUPS.test(digits))
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "warning",
      at: stated.digits,
      message: `“${digits}”的千分位分得不对。`,
      ...(figure?.known ? { expected: written(ledger.book, figure.value, stated), replaces: true } : {}),
    });
  if (unit === "" || stated.written === unit || same(stated.written, unit)) return false;
  const right = figure?.known ? figure.value : null;
  const meant = valueOf(digits, unit);
  if (stated.written.endsWith("百分点")) {
    ledger.fault({
      id: "B06",
      category: "share",
      severity: "warning",
      at: { ...stated.span, start: stated.digits.end },
      message: `${what}的占比用百分数，写成了“${stated.written}”。`,
      expected: "%",
      replaces: true,
    });
    return false;
  }
  if (stated.written === "") {
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "error",
      at: stated.digits,
      message: `${what}的数字后面漏了“${unit}”。`,
      expected: `${digits}${unit}`,
      replaces: right === null || meant?.equals(right) === true,
    });
    return (right === null || meant?.equals(right) === true) && blame(ledger, stated);
  }
  // Another unit is right where the figure in that unit is (75,500元 for 7.55万元); of nothing any unit is, but one text has one unit.
  if (right !== null && !right.isZero() && stated.value?.equals(right) === true) return false;
  if (right !== null && meant?.equals(right) !== true) return false;
  const at = { ...stated.span, start: stated.digits.end };
  ledger.fault({
    id: "B06",
    category: "figure",
    severity: right === null || right.isZero() ? "warning" : "error",
    at,
    message: `${what}的单位写成了“${stated.written}”，${right === null ? "别处" : "按公开表"}是“${unit}”。`,
    expected: unit,
    replaces: right !== null,
  });
  return blame(ledger, stated);
}

/** 增长8.48个百分点: the rate of an amount is a percentage; points are the difference of two. */
export function judgePoints(ledger: Ledger, what: string, stated: Stated): void {
  ledger.fault({
    id: "B06",
    category: "change",
    severity: "warning",
    at: stated.span,
    message: `${what}的增减幅度用百分数“%”，写成了“${stated.written}”。`,
    expected: `${spanText(stated.digits)}%`,
    replaces: true,
  });
}

function blame(ledger: Ledger, stated: Stated): true {
  ledger.blame(stated);
  return true;
}

/** 万 for 万元 is another rule's. */
const same = (said: string, unit: string): boolean => (said === "万" && unit === "万元") || (said === "㎡" && unit === "平方米");
