import { Exact } from "../../amount/exact";
import { segmentsText, type Segment } from "../../narrative/segments";
import { quoted, type Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { canon } from "../../text/canon";
import { difference, editDistance } from "../../text/edits";
import { spanText, type Line, type Span } from "../text/lines";
import type { ProofCategory } from "../report";

const TAIL = /(?<![。；;，、])[。；;，、]+$/;
/** Texts further apart than this share of their length are two different texts, not one with a slip. */
const SLIP_SHARE = 0.2;
const MOST_SLIPS = 12;
/** 主要是因为…: how a reason is led to, no part of it. */
const BECAUSE = /^(?:是)?(?:因为|由于)/;

/** What the user wrote on the 填报 sheet; null where nothing is or it is not confirmed. */
export function givenText(segments: readonly Segment[] | null): string | null {
  if (!segments || segments.length === 0 || segments.some(({ kind }) => kind === "todo")) return null;
  return segmentsText(segments);
}

/**
 * Free prose (a reason, a use, an allocation) beside what the 填报 sheet has for it. The same: the figures in it are
 * proved. A slip: the differing words are shown; a differing figure, year or direction is worth a warning, other words a
 * hint, for the prose may have been rewritten on purpose.
 */
export function judgeWords(ledger: Ledger, span: Span, segments: readonly Segment[] | null, what: string): Span {
  const given = givenText(segments);
  const wanted = given === null ? "" : canon(given).replace(TAIL, "");
  const { line } = span;
  const because = wanted === "" || BECAUSE.test(wanted) ? 0 : (BECAUSE.exec(spanText(span))?.[0].length ?? 0);
  if (because > 0) return judgeWords(ledger, { ...span, start: span.start + because }, segments, what);
  const whole =
    wanted !== "" && line.text.startsWith(wanted, span.start) && wanted.length > span.end - span.start
      ? { ...span, end: span.start + wanted.length }
      : span;
  ledger.free.push(whole);
  if (given === null || wanted === "") return whole;
  const said = spanText(whole).replace(TAIL, "");
  const cells = (segments ?? []).flatMap((segment) => (segment.kind === "input" ? segment.cells : []));
  if (said === wanted || plainly(said) === plainly(wanted)) {
    for (const figure of figuresOf(line, whole.start, whole.end)) ledger.prove(figure, `与填报表的${what}一致`);
    return whole;
  }
  const slips = editDistance(said, wanted, MOST_SLIPS);
  const close = slips <= Math.max(1, Math.min(MOST_SLIPS, Math.floor(wanted.length * SLIP_SHARE)));
  if (!close) {
    ledger.rewritten.push({
      id: "B-填",
      category: "wording",
      severity: "info",
      at: whole,
      message: `${what}与填报表写的不是同一段话，请核对用哪一段。填报表：“${short(given)}”`,
      expected: given,
      cells,
    });
    return whole;
  }
  const parts = widened(said, wanted);
  const at: Span = { line, start: whole.start + parts.start, end: whole.start + parts.endA };
  const right = wanted.slice(parts.start, parts.endB);
  // Numbered items, other brackets: the same numbers one after the other.
  const category = numbersIn(said) === numbersIn(wanted) ? "wording" : kindOf(spanText(at), right, context(line, at));
  for (const figure of figuresOf(line, at.start, at.end)) ledger.blame(figure);
  ledger.fault({
    id: "B-填",
    category,
    severity: category === "wording" ? "info" : "warning",
    at,
    message: `${what}与填报表不一致：说明写${quoted(at)}，填报表写“${right}”。`,
    expected: right,
    replaces: category !== "wording",
    cells,
    advice: "请确认哪一处是对的，两处改成一致。",
  });
  return whole;
}

/** Passages that are other texts than those of the 填报 sheet: a few are named one by one, many at once. */
export function judgeRewritten(ledger: Ledger): void {
  const [first, ...rest] = ledger.rewritten;
  if (!first) return;
  if (rest.length < FEW) for (const fault of ledger.rewritten) ledger.fault(fault);
  else
    ledger.fault({
      ...first,
      message: `说明里有${String(rest.length + 1)}处原因、用途等文字与填报表写的不是同一段话（这是第一处），请核对用哪一份。`,
      expected: "",
    });
}

const FEW = 3;

const AMOUNT = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)(亿元|万元|万|元)/g;
const SHIFT: Readonly<Record<string, number>> = { 亿元: 4, 万元: 0, 万: 0, 元: -4 };
/** A text with its amounts in one unit: 73500元 and 7.35万元, 36.2 and 36.20 say the same. */
const plainly = (text: string): string =>
  text.replace(
    AMOUNT,
    (all, digits: string, unit: string) =>
      Exact.parse(digits.replace(/,/g, ""))
        ?.shifted(SHIFT[unit] ?? 0)
        .toString() ?? all,
  );
/** 1. · （1） · ①: what numbers the items of a list. */
const LIST_MARK = /(?:^|(?<=[；。，：、]))(?:\d{1,2}[.、](?!\d)|（\d{1,2}）)/g;
const numbersIn = (text: string): string =>
  [
    ...plainly(text)
      .replace(LIST_MARK, "")
      .matchAll(/\d(?:[\d.,]*\d)?|增|减|升|降|涨/g),
  ]
    .map(([one]) => one)
    .join(" ");
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const context = (line: Line, { start, end }: Span): string => line.text.slice(Math.max(0, start - 1), end + 2);

/** The differing stretch, widened to whole numbers and to whole direction words. */
function widened(said: string, wanted: string): { start: number; endA: number; endB: number } {
  let { start, endA, endB } = difference(said, wanted);
  const digit = /[\d.,]/;
  const touches = digit.test(said.slice(start, endA) + wanted.slice(start, endB)) || (start === endA && digit.test(said.charAt(start)));
  if (touches) {
    while (start > 0 && digit.test(said.charAt(start - 1))) start -= 1;
    while (endA < said.length && endB < wanted.length && digit.test(said.charAt(endA)) && said.charAt(endA) === wanted.charAt(endB))
      [endA, endB] = [endA + 1, endB + 1];
  }
  if (start === endA || start === endB) {
    if (start > 0) start -= 1;
    else if (endA < said.length && endB < wanted.length) [endA, endB] = [endA + 1, endB + 1];
  }
  const word = /^(?:增加|减少|增长|下降|上涨|提高|降低)/;
  if (start > 0 && (word.test(said.slice(start - 1)) || word.test(wanted.slice(start - 1)))) start -= 1;
  if (word.test(said.slice(start)) && endA < start + 2 && endA - start === endB - start) [endA, endB] = [start + 2, start + 2];
  return { start, endA, endB };
}

function kindOf(said: string, right: string, around: string): ProofCategory {
  if (/\d/.test(said + right)) return /\d{3,5}年/.test(around) || /年/.test(around) ? "year" : "figure";
  return /增|减|降|升|涨/.test(said + right) ? "direction" : "wording";
}
