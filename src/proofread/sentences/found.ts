import { cutText } from "../../narrative/pattern/cut";
import { numeralsIn } from "../../narrative/pattern/numerals";
import type { Line, Span } from "../text/lines";
import { gramsOf } from "./grams";
import { leadOf } from "./leads";

/** A statement of the text. */
export interface Found extends Span {
  readonly text: string;
  readonly grams: ReadonlySet<number>;
  readonly size: number;
  /** Its figures, each as `plainly` has it. */
  readonly digits: ReadonlySet<string>;
  /** It ends as a statement does, or is the whole of one with its figure. */
  readonly says: boolean;
}

const MEASURED = /\d(?:万?元|%|[辆台个家])/;

/** 1,221.40 and 1221.4 are one figure. */
export function plainly(digits: string): string {
  const plain = digits.replace(/,/g, "");
  let end = plain.length;
  if (plain.includes(".")) while (plain.charAt(end - 1) === "0") end -= 1;
  return plain.slice(0, plain.charAt(end - 1) === "." ? end - 1 : end);
}

/**
 * The statements of the lines, in order. `own`: what is in the organisation's name, which tells nothing of what a statement is about.
 *
 * @param freely each office words them as it likes: an amount is a statement, known by the words that lead to it.
 */
export function foundIn(lines: readonly Line[], own: ReadonlySet<number>, freely: boolean): readonly Found[] {
  return lines.flatMap((line) => {
    const cuts = cutText(line.text, freely);
    return cuts.map((start, index) =>
      statement({ line, start: start === 0 ? markAt(line.text) : start, end: cuts[index + 1] ?? line.text.length }, own, freely),
    );
  });
}

/** After the number of an entry, and what it tells the parts of, which is no part of what it says: 1. · （一） · 二、 · 按用途划分， · 本年支出中， */
const markAt = (text: string): number =>
  /^(?:（?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:）|[、.．](?!\d)))?(?:(?:[按从][^，。；\d]{2,12}(?:划分|分类|来看|看|分)|(?:本年|当年|今年)?(?:预算)?(?:收入|支出)(?:预算)?中)，(?:其中[：，]?|包括)?)?/.exec(
    text,
  )?.[0].length ?? 0;

export function statement({ line, start, end }: Span, own: ReadonlySet<number>, freely: boolean): Found {
  const text = line.text.slice(start, end);
  const grams = gramsOf(freely ? leadOf(text) : text, own);
  const digits = new Set([...numeralsIn(text).values()].map(({ start: from, digits: to }) => plainly(text.slice(from, to))));
  const ends = /[。；：，、]$/.test(text);
  // A line of the contents has a figure, too.
  const says = ends || (freely ? MEASURED.test(text) : digits.size > 0);
  return { line, start, end, text, grams: new Set(grams), size: grams.length, digits, says };
}
