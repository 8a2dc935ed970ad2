import type { XmlReader } from "../xml/reader";
import { MOST_COLUMNS } from "./place";

export const isOn = (stated: string | undefined): boolean => stated === "1" || stated === "true";

/** The columns that the list which has just begun says are hidden, 0-based, in order. */
export function readHiddenColumns(reader: XmlReader): readonly number[] {
  const stretches: { readonly first: number; readonly end: number }[] = [];
  reader.children((name) => {
    const [first, end] = [Number(reader.attribute("min")) - 1, Number(reader.attribute("max"))];
    if (name === "col" && isOn(reader.attribute("hidden")) && first >= 0 && first < end && end <= MOST_COLUMNS)
      stretches.push({ first, end });
  });
  const hidden: number[] = [];
  let next = 0;
  for (const { first, end } of stretches.sort((a, b) => a.first - b.first))
    for (next = Math.max(next, first); next < end; next++) hidden.push(next);
  return hidden;
}
