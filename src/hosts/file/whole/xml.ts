import { XmlReader } from "../xml/reader";
import { headOf, piecesOf, wholeText, type TextPieces } from "../xml/text-pieces";

/** An element that has just begun. */
export type XmlTag = Pick<XmlReader, "attribute" | "prefixed">;

export interface XmlListener {
  /** `name` is without its prefix; attributes have theirs. */
  readonly open?: (name: string, tag: XmlTag) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

function scan(part: string | null, pieces: TextPieces, { open, close, text }: XmlListener): void {
  const reader = new XmlReader(part, pieces);
  for (let token = reader.next(); token !== "end"; token = reader.next())
    if (token === "open") open?.(reader.name, reader);
    else if (token === "close") close?.(reader.name);
    else text?.(reader.text());
}

/** Enough of a part to see its first element. */
const HEAD = 1 << 16;

/** The local name of a part's first element; "" where its beginning shows none. */
export function rootOf(bytes: Uint8Array): string {
  const name = /<(?![?!])([^\s<>/]+)/.exec(withoutComments(headOf(bytes, HEAD)))?.[1] ?? "";
  return name.slice(name.indexOf(":") + 1);
}

/** One that is not closed reaches to the end. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  for (let at = 0; ;) {
    const opens = text.indexOf("<!--", at);
    kept.push(text.slice(at, opens < 0 ? text.length : opens));
    const closes = opens < 0 ? -1 : text.indexOf("-->", opens + "<!--".length);
    if (closes < 0) return kept.join("");
    at = closes + "-->".length;
  }
}

/** Goes through a part's XML once. Throws `Damage` where it is not well formed: cut off, spliced, or no XML at all. */
export function scanXml(part: string, bytes: Uint8Array, listener: XmlListener = {}): void {
  scan(part, piecesOf(bytes), listener);
}

/** The same for a file that is XML itself. */
export function scanXmlText(text: string, listener: XmlListener = {}): void {
  scan(null, wholeText(text), listener);
}
