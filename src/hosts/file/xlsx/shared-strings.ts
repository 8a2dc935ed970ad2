import { readPart } from "./read-part";
import { readTextItem } from "./text-item";

const TEXTS = { roots: new Set(["sst"]), what: "共用文字" };

/** The texts that cells share, by their number (ECMA-376 part 1, 18.4.9). Throws `Damage`, `TooMuch`. */
export function readSharedStrings(part: string, bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  readPart(part, bytes, TEXTS, (reader) =>
    reader.children((name) => {
      if (name === "si") texts.push(readTextItem(part, reader));
    }),
  );
  return texts;
}
