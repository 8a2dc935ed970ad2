import { SaxesParser } from "saxes";
import { Damage } from "./damage";

export interface XmlListener {
  /** Local name (without its prefix) and attributes, whose names keep their prefixes. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const CHUNK = 1 << 18;
/** Signs that XML forbids but tables in the wild hold: harmless to what stands around them. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** The same signs as references: `&#11;`. */
const HARMLESS = /malformed character entity/;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** UTF-16 by its mark or by the shape of its first sign; XML in packages is UTF-8 else. */
const encodingOf = (bytes: Uint8Array): string => {
  const [a, b] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
    ? "utf-16le"
    : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
      ? "utf-16be"
      : "utf-8";
};

function* decoded(part: string, bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK)
    try {
      yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length });
    } catch (cause) {
      throw new Damage(part, "内容不完整", { cause });
    }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

function scan(part: string | null, text: Iterable<string>, { open, close, text: heard }: XmlListener): void {
  const parser = new SaxesParser();
  const problems: Error[] = [];
  parser.on("error", (error) => {
    if (!HARMLESS.test(error.message)) problems.push(error);
  });
  if (open) parser.on("opentag", (tag) => open(local(tag.name), tag.attributes));
  if (close) parser.on("closetag", (tag) => close(local(tag.name)));
  if (heard) {
    parser.on("text", heard);
    parser.on("cdata", heard);
  }
  for (const piece of text) {
    parser.write(piece.replace(FORBIDDEN, " "));
    if (problems.length > 0) break;
  }
  if (problems.length === 0) parser.close();
  if (problems.length > 0) throw new Damage(part, "内容不完整", { cause: problems[0] });
}

/** Enough of a part to see its first element. */
const HEAD = 1 << 16;

/** The local name of a part's first element; "" where its beginning shows none. */
export function rootOf(bytes: Uint8Array): string {
  const head = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, HEAD));
  return local(/<(?![?!])([^\s<>/]+)/.exec(withoutComments(head))?.[1] ?? "");
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
  scan(part, decoded(part, bytes), listener);
}

/** The same for a file that is XML itself. */
export function scanXmlText(text: string, listener: XmlListener = {}): void {
  scan(null, pieces(text), listener);
}
