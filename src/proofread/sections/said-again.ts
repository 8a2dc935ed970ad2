import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { numeralsOf } from "../read/numerals";
import { oneSlip } from "../../text/edits";
import { spanText, type Span } from "../text/lines";
import { sameMeasure, valueStated, type Indicator } from "./indicator";

/** A number of a goal or an allocation, what it counts, and the words around it. */
export interface Passage {
  readonly stated: Stated;
  readonly unit: string;
  readonly words: string;
}

/** What a text says more often is no figure of one indicator. */
const MOST = 12;
const STOPS = /[。；，：！？]/;
const UNIT = /^(?:%|平方米|小时|工作日|个(?:月|季度|学期|星期|小时|工作日)|批次|场次|人次|万元|\p{sc=Han})/u;
const unitOf = (text: string): string => UNIT.exec(text)?.[0] ?? "";

/** Every number of the texts by its digits, with the words between the two stops in which it stands. */
export function passagesOf(texts: readonly Span[]): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>();
  for (const text of texts)
    for (const stated of numeralsOf(text.line)) {
      const { line, start, end } = stated.digits;
      if (start < text.start || end > text.end) continue;
      const digits = line.text.slice(start, end).replace(/,/g, "");
      const passage = { stated, unit: unitOf(line.text.slice(end, end + 5)), words: wordsAround(text, start, end) };
      const before = found.get(digits);
      if (!before) found.set(digits, [passage]);
      else if (before.length < MOST) before.push(passage);
    }
  return found;
}

function wordsAround({ line, start: from, end: to }: Span, start: number, end: number): string {
  let [left, right] = [start, end];
  while (left > from && !STOPS.test(line.text.charAt(left - 1))) left -= 1;
  while (right < to && !STOPS.test(line.text.charAt(right))) right += 1;
  return line.text.slice(left, right);
}

/**
 * 聘请政务热线工作人员7名 beside the indicator 政务热线工作人员聘请数量 =7人: the same number, counted in the same, in a
 * passage that speaks of the same in other words, proves both. Another number proves nothing: it may be of something else.
 */
export function saidAgain(ledger: Ledger, indicator: Indicator, { stated, unit, words }: Passage): void {
  const { value, core } = indicator;
  if (!value || !sameMeasure(unit, unitOf(value.unit))) return;
  if (shared(core, words) < (value.number.toString().length > 1 ? 1 : 2)) return;
  for (const one of [stated, valueStated(indicator)]) ledger.prove(one, "目标和指标一致");
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

/** So many pairs of characters of an indicator's name must stand around a number for it to be that indicator's. */
const SPEAKS = 2;

/**
 * 聘请政务热线工作人员9名 where the indicator has =7人, and the text says 7 nowhere: counted in the same, spoken of in the same words,
 * of no other indicator, and one keystroke away.
 */
export function judgeSlips(ledger: Ledger, indicators: readonly Indicator[], said: ReadonlyMap<string, readonly Passage[]>): void {
  const wanted = (one: Indicator): string => one.value?.number.toString() ?? "";
  for (const [digits, passages] of said) {
    if (indicators.some((one) => wanted(one) === digits)) continue;
    for (const passage of passages) {
      const spoken = indicators.filter((one) => one.value && speaksOf(one, passage));
      const [only] = spoken;
      const inText = said.get(only ? wanted(only) : "")?.some(({ stated }) => stated.digits.line === passage.stated.digits.line) === true;
      if (!only || spoken.length > 1 || inText || !oneSlip(digits, wanted(only)) || ledger.standing(passage.stated)) continue;
      ledger.blame(passage.stated);
      ledger.fault({
        id: "B-绩",
        category: "figure",
        severity: "warning",
        at: passage.stated.digits,
        message: `这里写${digits}${passage.unit}，绩效指标“${only.core}”是“${spanText(only.valueAt)}”。`,
        left: passage.stated.value,
        right: only.value?.number ?? null,
        advice: "请核对，两处改成一致。",
      });
    }
  }
}

function speaksOf({ core, value }: Indicator, { unit, words }: Passage): boolean {
  return value !== null && value.unit !== "" && unit !== "" && sameMeasure(unit, unitOf(value.unit)) && shared(core, words) >= SPEAKS;
}
