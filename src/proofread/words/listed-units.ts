import type { Line } from "../text/lines";

/** 1. · （1） · （一） · ①: what numbers the units of a list. */
const NUMBER = /^(?:\d{1,2}[.、）]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[①-⑳])/;
/** Where a name begins, after its number. */
export const afterNumber = (text: string): number => NUMBER.exec(text)?.[0].length ?? 0;

/** A unit that stands on a line of its own in 第一部分, after its number. */
const itemOf = (text: string): string => text.slice(afterNumber(text)).replace(/[。；]$/, "");

/** Every name of a list of 第一部分, on a line of its own or parted by 、. */
export const namesListed = (about: readonly Line[]): ReadonlySet<string> =>
  new Set(
    about.flatMap(({ text }) =>
      text.length > LONGEST_LIST
        ? []
        : itemOf(text)
            .replace(/^[^：]{0,60}：/, "")
            .split("、"),
    ),
  );
const LONGEST_LIST = 2000;

export const isListed = (about: readonly Line[], unit: string): boolean => about.some(({ text }) => itemOf(text) === unit);
