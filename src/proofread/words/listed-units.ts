import type { Line } from "../text/lines";

/** A unit that stands on a line of its own in 第一部分, after its number. */
export const isListed = (about: readonly Line[], unit: string): boolean =>
  about.some(({ text }) => text.replace(/^(?:\d{1,2}[.、]|（\d{1,2}）)/, "").replace(/[。；]$/, "") === unit);
