import { openSlotsIn } from "../../text/open-slots";

/** A number in a text: where its digits are, and where its unit ends. */
export interface Numeral {
  readonly start: number;
  /** After the digits. */
  readonly digits: number;
  /** After the unit; the same where there is none. */
  readonly end: number;
}

/** Digits, letters taken for digits, capital numerals; a currency mark before, a unit behind. */
const NUMERAL =
  /[¥￥]?(-?[\dOoIl](?:[\d,.OoIl]{0,40}[\dOoIl])?|[壹贰叁肆伍陆柒捌玖零拾佰仟萬亿]{2,}(?:点[壹贰叁肆伍陆柒捌玖零]+)?)(亿元|万元|元|万(?![^。；，、\d]{0,2}[人次])|个?百分点|%|倍|平方米|㎡|辆|台|个|家|人)?/g;

const UNIT = /^(?:亿元|万元|元|%|平方米|㎡|辆|台|个|家|人)/;

/** The numbers of a text, by where they begin. Years are no numbers; what is still to be filled in stands for one. */
export function numeralsIn(text: string): ReadonlyMap<number, Numeral> {
  const found = new Map<number, Numeral>();
  const open = openSlotsIn(text);
  for (const { start, end } of open) found.set(start, { start, digits: end, end: end + (UNIT.exec(text.slice(end))?.[0].length ?? 0) });
  for (const match of text.matchAll(NUMERAL)) {
    const [, read = "", unit = ""] = match;
    if (open.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    // 14.62，2025年: what follows the comma is a year.
    const digits = /^年/.test(text.slice(match.index + match[0].length)) ? read.replace(/,(?:19|20)\d\d$/, "") : read;
    const all = match[0].slice(0, match[0].length - (read.length - digits.length));
    // A letter alone is taken for a digit where a unit follows it: O辆.
    if (unit === "" && !/[\d壹贰叁肆伍陆柒捌玖拾佰仟]/.test(digits)) continue;
    // （208类）（05款）（01项）: the code of a subject.
    if (unit === "" && /^[类款项]/.test(text.slice(match.index + all.length))) continue;
    if (/^年/.test(text.slice(match.index + all.length)) && /^\d{3,5}$/.test(digits)) continue;
    const start = match.index + all.length - unit.length - digits.length;
    found.set(match.index, { start, digits: start + digits.length, end: match.index + all.length });
  }
  return found;
}
