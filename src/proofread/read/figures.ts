import { Exact } from "../../amount/exact";
import { HUNDREDTH, STORED_TOLERANCE } from "../../amount/tolerance";
import type { Wan } from "../../amount/unit";
import { openSlotsIn } from "../../text/open-slots";
import { firstFrom } from "../text/first-from";
import { spanText, type Line, type Span } from "../text/lines";

/** bare: no unit stands behind it. */
export type FigureUnit = "amount" | "percent" | "area" | "count" | "bare";

/** A number as the text states it. */
export interface Stated {
  /** The digits with their unit: 1,219.43万元. */
  readonly span: Span;
  /** The digits alone. */
  readonly digits: Span;
  readonly unit: FigureUnit;
  /** As written: 万元, 元, %, 倍, 辆. */
  readonly written: string;
  /** Amounts in 万元, percentages in points; null where the digits make no number (1.219.43). */
  readonly value: Exact | null;
}

/** How many decimals are printed: two of 20.00, though its value needs none. */
export const printedPlaces = (digits: string): number => /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;

/** The decimals of a rate as its value has them: 9.1倍 is 910% to the nearest ten. */
export const ratePlaces = ({ written, digits }: Pick<Stated, "written" | "digits">): number =>
  printedPlaces(spanText(digits)) - (written === "倍" ? 2 : 0);

const FIGURE = /(?<![\d.,OoIl])(-?\d(?:[\d,.]*\d)?)(万元|亿元|元|万(?![^。；，、\d]{0,2}[人次])|%|倍|平方米|㎡|辆|台|个|家|人)/g;

const known = new WeakMap<Line, readonly Stated[]>();

/** Every number with a unit that a budget speaks of, in order; of a stretch of the line those that stand wholly in it. */
export function figuresOf(line: Line, from = 0, to = line.text.length): readonly Stated[] {
  const all = known.get(line) ?? read(line);
  known.set(line, all);
  if (from <= 0 && to >= line.text.length) return all;
  const first = firstFigure(all, from);
  let end = first;
  while ((all[end]?.span.end ?? Infinity) <= to) end += 1;
  return all.slice(first, end);
}

/** The first of them, which are in order, that begins there or behind. */
export const firstFigure = (all: readonly Stated[], from: number): number => firstFrom(all, ({ span }) => span.start, from);

function read(line: Line): readonly Stated[] {
  const open = openSlotsIn(line.text);
  return [...line.text.matchAll(FIGURE)]
    .filter(({ index }) => !open.some(({ start, end }) => index >= start && index < end))
    .map(({ index, 1: digits = "", 2: written = "" }) => lastOfTwo(index, digits, written))
    .map(({ start, digits, written }) => ({
      span: { line, start, end: start + digits.length + written.length },
      digits: { line, start, end: start + digits.length },
      unit: unitOf(written),
      written,
      value: valueOf(digits, written),
    }));
}

/** 各为4125.49，4143.91万元: a comma between two numbers that each have their decimals parts them, whoever typed it narrow. */
function lastOfTwo(
  start: number,
  digits: string,
  written: string,
): { readonly start: number; readonly digits: string; readonly written: string } {
  const first = TWO_NUMBERS.exec(digits)?.[1];
  const from = first === undefined ? 0 : first.length + 1;
  return { start: start + from, digits: digits.slice(from), written };
}
export const TWO_NUMBERS = /^(\d+\.\d{1,2}),\d+\.\d{1,2}$/;

/** One unit of the last place that amounts of a sum are printed to: that of the text's 万元 (`usual`), of 元 where all are of it, and what 亿元 show. */
export function lastPlaceOf(all: readonly Stated[], usual: Exact<Wan> = HUNDREDTH): Exact<Wan> {
  if (all.every(({ written }) => written === "元")) return STORED_TOLERANCE;
  const places = all.flatMap(({ written, digits }) => (written === "亿元" ? [printedPlaces(spanText(digits))] : []));
  return places.length === 0 ? usual : (Exact.ofUnits(1).shifted(4 - Math.min(...places)) as Exact<Wan>);
}

export function unitOf(written: string): FigureUnit {
  if (written === "%" || written === "倍" || written.endsWith("百分点")) return "percent";
  if (written === "平方米" || written === "㎡") return "area";
  return /元|万/.test(written) ? "amount" : "count";
}

/** A number whose place is known already, with or without its unit. */
export function statedAt(line: Line, start: number, digitsEnd: number, end: number, percent: boolean): Stated {
  const [digits, written] = [line.text.slice(start, digitsEnd), line.text.slice(digitsEnd, end)];
  const unit = written === "" ? (percent ? "percent" : "bare") : unitOf(written);
  return { span: { line, start, end }, digits: { line, start, end: digitsEnd }, unit, written, value: valueOf(digits, written) };
}

const CAPITALS = "零壹贰叁肆伍陆柒捌玖";
const PLACES: Readonly<Record<string, number>> = { 拾: 1, 佰: 2, 仟: 3 };

/** 壹仟贰佰贰拾壹点伍贰 */
function ofCapitals(text: string): Exact | null {
  const [whole = "", tail = ""] = text.split("点");
  let [total, digit] = [0, 0];
  for (const character of whole) {
    const value = CAPITALS.indexOf(character);
    const place = PLACES[character];
    if (value >= 0) digit = value;
    else if (place !== undefined) [total, digit] = [total + (digit || 1) * 10 ** place, 0];
    else return null;
  }
  return Exact.parse(
    `${String(total + digit)}${tail === "" ? "" : `.${Array.from(tail, (one) => String(CAPITALS.indexOf(one))).join("")}`}`,
  );
}

export function valueOf(digits: string, unit = ""): Exact | null {
  const value = /[零壹贰叁肆伍陆柒捌玖]/.test(digits) ? ofCapitals(digits) : Exact.parse(digits.replace(/,/g, ""));
  if (value === null) return null;
  if (unit === "元") return value.shifted(-4);
  if (unit === "倍") return value.shifted(2);
  return unit === "亿元" ? value.shifted(4) : value;
}
