import type { Stated } from "../read/figures";

/** 甲A万元，占P%，比上年增加…: what share it is stands between an amount and its change. */
export const isShareBehind = ({ span }: Stated, next: Stated): boolean =>
  next.unit === "percent" && /^[，、（]占[^，。；\d]{0,14}$/.test(span.line.text.slice(span.end, next.span.start));
export const SHARE_BEHIND = /^[，、（]占[^，。；\d]{0,14}\d{1,3}(?:\.\d{1,4})?%）?/;
