import type { Line } from "./lines";

const MARKS = [/^（[一二三四五六七八九十]{1,3}）/, /^\d{1,2}[.．、]/, /^（\d{1,2}）/, /^[一二三四五六七八九十]{1,3}、/];

/** By which marks an entry of a list is numbered: （一）, 1., （1）, 一、; null where it is none. */
export function listMark({ text }: Pick<Line, "text">): number | null {
  const mark = MARKS.findIndex((one) => one.test(text));
  return mark < 0 ? null : mark;
}

/** How far down a list with such marks stands among others: 一、 （一） 1. （1）; what has none, below them all. */
export function listRank(line: Pick<Line, "text">): number {
  const mark = listMark(line);
  return mark === null ? MARKS.length : (RANKS[mark] ?? MARKS.length);
}
const RANKS = [1, 2, 3, 0];

/** Whether a list begins with this entry: 1., （一）. */
export const isFirstEntry = ({ text }: Pick<Line, "text">): boolean => /^(?:（[一1]）|[一1][.．、])/.test(text);
