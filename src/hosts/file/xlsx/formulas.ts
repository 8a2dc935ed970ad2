import type { XmlReader } from "../xml/reader";
import { columnOf, rowOf } from "./place";
import { shiftedFormula } from "./shared-formula";
import { shownText } from "./text-item";

/** The prefix under which files keep functions that came after 2007. */
const LATER = "_xlfn.";

const spoken = (written: string): string => shownText(written).replaceAll(LATER, "").replace(/^=/, "");

/** The formulas of one sheet, some of which are written once for many cells (ECMA-376 part 1, 18.3.1.40). */
export class Formulas {
  private readonly shared = new Map<string, { readonly text: string; readonly place: number }>();

  /** The formula that has just begun, with its "=", as it reads in the cell at that place; undefined where it says nothing. */
  read(reader: XmlReader, place: number): string | undefined {
    const number = reader.attribute("t") === "shared" ? reader.attribute("si") : undefined;
    const own = spoken(reader.content());
    if (own !== "") {
      if (number !== undefined) this.shared.set(number, { text: own, place });
      return `=${own}`;
    }
    const first = number === undefined ? undefined : this.shared.get(number);
    return first && `=${shiftedFormula(first.text, rowOf(place) - rowOf(first.place), columnOf(place) - columnOf(first.place))}`;
  }
}
