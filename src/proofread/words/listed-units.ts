import type { Line } from "../text/lines";

/** A unit that stands on a line of its own in 第一部分, after its number. */
const itemOf = (text: string): string => text.replace(/^(?:\d{1,2}[.、]|（\d{1,2}）)/, "").replace(/[。；]$/, "");

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
