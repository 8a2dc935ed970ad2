import type { XmlReader } from "../xml/reader";
import { MOST_COLUMNS } from "./place";

export const isOn = (stated: string | undefined): boolean => stated === "1" || stated === "true";

/** The columns that the list which has just begun says are hidden, 0-based, in order. */
export function readHiddenColumns(reader: XmlReader): readonly number[] {
  /** By column: how many hidden stretches begin there, less those that have ended. */
  const begun = new Int32Array(MOST_COLUMNS + 1);
  reader.children((name) => {
    const [first, last] = [Number(reader.attribute("min")) - 1, Number(reader.attribute("max"))];
    if (name !== "col" || !isOn(reader.attribute("hidden")) || !(first >= 0 && first < last && last <= MOST_COLUMNS)) return;
    begun[first] = (begun[first] ?? 0) + 1;
    begun[last] = (begun[last] ?? 0) - 1;
  });
  const hidden: number[] = [];
  let open = 0;
  for (let column = 0; column < MOST_COLUMNS; column++) if ((open += begun[column] ?? 0) > 0) hidden.push(column);
  return hidden;
}
