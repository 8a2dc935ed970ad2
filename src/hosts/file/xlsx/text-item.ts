import { Damage, TooMuch } from "../whole/damage";
import { LIMITS } from "../whole/limits";
import type { XmlReader } from "../xml/reader";

/** How texts spell signs that XML cannot hold: "_x000D_" (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
const CODED = /_x([\da-fA-F]{4})_/g;

/** A text as Excel shows it, its lines ended by "\n" alone. Throws `TooMuch` where no cell holds so much. */
export function shownText(written: string): string {
  if (written.length > LIMITS.letters) throw new TooMuch("一格的文字太长");
  const plain = written.includes("_x") ? written.replace(CODED, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : written;
  return plain.includes("\r") ? plain.replaceAll("\r\n", "\n") : plain;
}

/**
 * The text of the item that has just begun: its own, or that of its runs; the phonetic guide beside it is none of it. Throws
 * `Damage`, `TooMuch`.
 */
export function readTextItem(part: string, reader: XmlReader): string {
  let words = "";
  let isSaid = false;
  const own = (name: string): void => {
    if (name !== "t") return;
    // An item, and each of its runs, has one text: which of two a reader shows would be a matter of luck.
    if (isSaid) throw new Damage(part, "有的文字写了两遍");
    isSaid = true;
    words += reader.content();
  };
  reader.children((name) => {
    if (name !== "r") {
      own(name);
      return;
    }
    isSaid = false;
    reader.children(own);
  });
  return shownText(words);
}
