import type { Ledger } from "../ledger";
import { numeralsOf } from "../read/numerals";
import type { Stated } from "../read/figures";
import { valueStated, sameMeasure, type Indicator } from "./indicator";
import type { Span } from "../text/lines";

const STOPS = /[。；，：！？]/;
const UNIT = /^(?:%|平方米|小时|工作日|个(?:月|季度|学期|星期|小时|工作日)|批次|场次|人次|万元|\p{sc=Han})/u;

/**
 * 聘请政务热线工作人员7名 beside the indicator 政务热线工作人员聘请数量 =7人: the same number, counted in the same, in a
 * passage that speaks of the same in other words, proves both. Another number proves nothing: it may be of something else.
 */
export function saidAgain(ledger: Ledger, indicator: Indicator, text: Span): void {
  const { value, core } = indicator;
  if (!value) return;
  for (const stated of numeralsOf(text.line)) {
    const { start, end } = stated.digits;
    if (start < text.start || end > text.end || !unshifted(stated, value.number.toString())) continue;
    const unit = UNIT.exec(text.line.text.slice(end))?.[0] ?? "";
    if (!sameMeasure(unit, value.unit === "" ? "" : (UNIT.exec(value.unit)?.[0] ?? value.unit))) continue;
    if (shared(core, passage(text, start, end)) < (end - start > 1 ? 1 : 2)) continue;
    for (const one of [stated, valueStated(indicator)]) ledger.prove(one, "目标和指标一致");
  }
}

/** As it is printed: 元 are not taken for 万元. */
const unshifted = ({ digits: { line, start, end } }: Stated, number: string): boolean =>
  line.text.slice(start, end).replace(/,/g, "") === number;

/** The words between two stops in which it stands. */
function passage({ line: { text }, start: from, end: to }: Span, start: number, end: number): string {
  let [left, right] = [start, end];
  while (left > from && !STOPS.test(text.charAt(left - 1))) left -= 1;
  while (right < to && !STOPS.test(text.charAt(right))) right += 1;
  return text.slice(left, right);
}

/** How many pairs of characters of a name stand in the words. */
function shared(name: string, words: string): number {
  let count = 0;
  for (let at = 0; at + 2 <= name.length; at += 1) {
    const pair = name.slice(at, at + 2);
    if (/^\p{sc=Han}{2}$/u.test(pair) && words.includes(pair)) count += 1;
  }
  return count;
}
