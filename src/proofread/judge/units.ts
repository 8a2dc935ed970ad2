import type { Exact } from "../../amount/exact";
import type { Figure } from "../../narrative/figure";
import { besideTables, seeCells, written, type Ledger } from "../ledger";
import { isCoarse } from "./figures";
import { judgeSame } from "../../amount/tolerance";
import { unitOf, valueOf, type Stated } from "../read/figures";
import { spanText, type Span } from "../text/lines";

/** 251.00平方来， 251.00亩，: a few characters between the figure and a stop stand where its unit ought to. */
const IN_ITS_PLACE = /^\p{sc=Han}{1,3}(?=[，。；、）]|$)/u;

/** What stands where the unit ought to; 亿平方米, 个辆: the unit itself behind something else. */
function inItsPlace({ line, end }: Span, unit: string): string | null {
  const at = line.text.slice(end, end + MOST_BEFORE + unit.length).indexOf(unit);
  if (at > 0 && /^\p{sc=Han}+$/u.test(line.text.slice(end, end + at))) return line.text.slice(end, end + at + unit.length);
  return IN_ITS_PLACE.exec(line.text.slice(end))?.[0] ?? null;
}
const MOST_BEFORE = 2;

const GROUPS = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[^,]*$/;

/**
 * The unit behind a figure, and how its digits are grouped. Returns the figure to be judged on, its unit as it was meant;
 * null where it is settled by that: its digits are right and only the unit is not.
 */
export function judgeUnit(ledger: Ledger, what: string, stated: Stated, unit: string, figure: Figure | null): Stated | null {
  const digits = spanText(stated.digits);
  const right = figure?.known ? figure.value : null;
  if (stated.value !== null && !GROUPS.test(digits) && (right === null || stated.value.equals(right)))
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "warning",
      at: stated.digits,
      message: `“${digits}”的千分位分得不对。`,
      ...(figure?.known ? { expected: written(ledger.book, figure.value, stated), replaces: true } : {}),
    });
  if (unit === "" || stated.written === unit || same(stated.written, unit)) return stated;
  const meant: Stated = { ...stated, unit: unitOf(unit), written: unit, value: valueOf(digits, unit) };
  const fits = right === null || (meant.value !== null && (meant.value.equals(right) || isRounding(meant, meant.value, right)));
  if (stated.written.endsWith("百分点")) {
    ledger.fault({
      id: "B06",
      category: "share",
      severity: "warning",
      at: { ...stated.span, start: stated.digits.end },
      message: `${what}用百分数，写成了“${stated.written}”。`,
      expected: "%",
      replaces: true,
    });
    return stated;
  }
  if (stated.written === "" && stated.digits.line.text.charAt(stated.digits.end) === "‰") {
    ledger.fault({
      id: "B06",
      category: "share",
      severity: "warning",
      at: { ...stated.digits, start: stated.digits.end, end: stated.digits.end + 1 },
      message: `${what}用百分数，写成了“‰”。`,
      expected: "%",
      replaces: fits && right !== null,
    });
    return fits ? blame(ledger, stated) : meant;
  }
  const stray = stated.written === "" ? strayMark(stated, unit) : null;
  if (stray) {
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "warning",
      at: stray,
      message: `${what}的数字和“${unit}”之间多了“${spanText(stray)}”。`,
      expected: "",
      replaces: true,
    });
    return meant;
  }
  // What the text says in 亿元 has lost that.
  if (stated.written === "" && right === null && unit === "万元" && ledger.book.inYi) return stated;
  const instead = stated.written === "" ? inItsPlace(stated.digits, unit) : null;
  if (instead !== null) {
    const isRight = right !== null && stated.value?.equals(right) === true;
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "error",
      at: { ...stated.digits, start: stated.digits.end, end: stated.digits.end + instead.length },
      message: `${what}以“${unit}”计量，写成了“${instead}”。`,
      expected: unit,
      replaces: isRight,
    });
    return isRight ? blame(ledger, stated) : meant;
  }
  if (stated.written === "") {
    const should = `${fits ? digits : written(ledger.book, right, meant)}${unit}`;
    const cells = figure?.known ? figure.cells : [];
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "error",
      at: stated.digits,
      ...(fits
        ? { message: `${what}的数字后面漏了“${unit}”。` }
        : {
            ...besideTables((is) => `${what}：这里写${digits}，漏了“${unit}”，数也不对，${is}${should}${seeCells(cells)}。`),
            left: meant.value,
            right,
            cells,
          }),
      expected: should,
      replaces: true,
    });
    return blame(ledger, stated);
  }
  // An amount where a rate was looked for is another figure, not a rate in another unit.
  if (right === null && (meant.unit === "percent") !== (stated.unit === "percent")) return stated;
  if (isOtherMeasure(stated.written, unit)) {
    const { line, end } = stated.span;
    // 4,274.05万平方米: its own unit goes on behind what was read as one.
    const at = { line, start: stated.digits.end, end: line.text.startsWith(unit, end) ? end + unit.length : end };
    ledger.fault({
      id: "B06",
      category: "figure",
      severity: "warning",
      at,
      message: `${what}以“${unit}”计量，写成了“${spanText(at)}”。`,
      expected: unit,
      // Of nothing it may be another figure altogether.
      replaces: right !== null && !right.isZero() && stated.value?.equals(right) === true,
    });
    return { ...stated, written: unit, value: valueOf(digits, unit) };
  }
  // Another unit is right where the figure in that unit is (75,500元 for 7.55万元); of nothing any unit is, but one text has one unit.
  if (right !== null && !right.isZero() && stated.value?.equals(right) === true) return stated;
  if (right === null && (stated.written === "倍" || isInYuan(stated) || (stated.written === "亿元" && ledger.book.inYi))) return stated;
  if (!fits && !isFarther(stated.value, meant.value, right)) return stated;
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
  return fits ? blame(ledger, stated) : meant;
}

/** 1,576.05.万元: a mark that stands between the digits and their unit. */
function strayMark({ digits: { line, end } }: Stated, unit: string): Span | null {
  const isStray = /[.,，、。]/.test(line.text.charAt(end)) && line.text.startsWith(unit, end + 1);
  return isStray ? { line, start: end, end: end + 1 } : null;
}

const MONEY = /元$|^万$/;
/** 平方米, 辆, 台 … beside money, or one of them beside another: what counts cars counts no rooms. */
function isOtherMeasure(said: string, wanted: string): boolean {
  const [one, other] = [MONEY.test(said), MONEY.test(wanted)];
  return one !== other || (!one && MEASURES.includes(said) && MEASURES.includes(wanted));
}
const MEASURES: readonly string[] = ["平方米", "辆", "台", "人", "%"];

/** It differs by what a text loses that rounds otherwise than its tables: what ought to stand there is not certain, its unit is. */
const isRounding = (meant: Stated, value: Exact, right: Exact): boolean =>
  isCoarse(meant, right) || (meant.unit === "amount" && judgeSame(value.minus(right)) === "offByOne");

/** 1129600元, 75,500元: no amount in 万元 is written like it. */
const isInYuan = ({ written: unit, digits }: Stated): boolean =>
  unit === "元" && /^\d+$/.test(spanText(digits).replace(/,/g, "")) && spanText(digits).replace(/,/g, "").length >= MOST_WAN;
const MOST_WAN = 5;

/** With its own unit it is out by thousands, with the other by less than ten: the unit is wrong, whatever the digits are. */
function isFarther(said: Exact | null, meant: Exact | null, right: Exact | null): boolean {
  const out = (value: Exact | null): number => Math.abs(Math.log10((value?.toNumber() ?? 0) / (right?.toNumber() ?? 0)));
  return out(meant) < 1 && out(said) > 3;
}

/** 占0.38万元: behind 占 stands a percentage. `fits`: the digits are those of the share. */
export function judgeShareInMoney(ledger: Ledger, what: string, stated: Stated, fits: boolean): null {
  ledger.fault({
    id: "B06",
    category: "share",
    severity: "error",
    at: stated.span,
    message: `${what}占比用百分数“%”，写成了“${stated.written}”。`,
    expected: fits ? `${spanText(stated.digits)}%` : "",
    replaces: fits,
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

function blame(ledger: Ledger, stated: Stated): null {
  ledger.blame(stated);
  return null;
}

/** 万 for 万元 is another rule's; 5家预算单位 and 5个预算单位 are as many. */
const same = (said: string, unit: string): boolean =>
  (said === "万" && unit === "万元") || (said === "㎡" && unit === "平方米") || (COUNTERS.includes(said) && COUNTERS.includes(unit));
const COUNTERS = ["个", "家"];
