import { remembered } from "../../../text/remembered";
import { readPart } from "./read-part";
import { readTextItem, shownText } from "./text-item";

const TEXTS = { roots: new Set(["sst"]), what: "共用文字" };

/** An item as programs write nearly all of them: one text and nothing beside it. */
const PLAIN_ITEM = /<si><t(?: xml:space="preserve")?>([^<>&\r]*)<\/t><\/si>/y;

/** Offices print the same words: each is one text whichever file it is from, and known at once by whoever asks about it again. */
const sameText = remembered((text) => text);

/** The texts that cells share, by their number (ECMA-376 part 1, 18.4.9). Throws `Damage`, `TooMuch`. */
export function readSharedStrings(part: string, bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  readPart(part, bytes, TEXTS, (reader) => {
    const read = (name: string): void => {
      if (name === "si") texts.push(sameText(readTextItem(part, reader)));
    };
    const take = (): boolean => {
      const words = reader.whole(PLAIN_ITEM)?.[1];
      if (words !== undefined) texts.push(sameText(shownText(words)));
      return words !== undefined;
    };
    reader.children(read, take);
  });
  return texts;
}
