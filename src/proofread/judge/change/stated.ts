import type { Exact } from "../../../amount/exact";
import type { Stated } from "../../read/figures";
import { spanText, type Span } from "../../text/lines";

const DOWN = /减少|下降|降低|压减|缩减|压缩|[降减跌]幅/;
const UP = /增加|增长|上升|上涨|提高|增减|[增涨]幅/;
const WAY = new RegExp(`${DOWN.source}|${UP.source}`);

/** 比上年预算减少112.96万元，下降8.48% — or 与上年预算持平, which states no figures. */
export interface StatedChange {
  readonly flat: boolean;
  /** From 减少 to 8.48%. */
  readonly span: Span;
  readonly direction: Span | null;
  readonly delta: Stated | null;
  readonly growth: Span | null;
  readonly rate: Stated | null;
}

/** What the change of one quantity came to: for its reason, and for sums over last year's figures. */
export interface ChangeFound {
  /** Signed; null where it cannot be known. */
  readonly change: Exact | null;
  readonly prior: Exact | null;
}

export type Way = "up" | "down";

/** Which way the words say it went; null where they are no word for a direction. */
export function wayOf(words: string): Way | null {
  return DOWN.test(words) ? "down" : UP.test(words) ? "up" : null;
}

/** Which way is said at 增减额, and which at 增减幅度. */
export interface Saying {
  readonly direction: Way | null;
  readonly growth: Way | null;
}

export function saying({ direction, growth }: StatedChange): Saying {
  const of = (span: Span | null): Way | null => (span ? wayOf(spanText(span)) : null);
  return { direction: of(direction), growth: of(growth) };
}

/** 增加（减少）: which of the two is still to be chosen, and another rule says so. */
export function isChoice({ line, start, end }: Span): boolean {
  return CHOICE_BEFORE.test(line.text.slice(Math.max(0, start - 4), start)) || CHOICE_BEHIND.test(line.text.slice(end, end + 4));
}
const CHOICE_BEFORE = /(?:[增减升降涨]|[加少长降升高低])(?:[（/、]|或者?)$/;
const CHOICE_BEHIND = /^(?:[（/、]|或者?)[增减上下提降持]/;

/** 减少 in 比上年预算减少了. */
export function wordAt(span: Span): Span {
  const match = WAY.exec(spanText(span));
  return match ? { ...span, start: span.start + match.index, end: span.start + match.index + match[0].length } : span;
}
