import { limits, TooLarge } from "../../../report/limits";
import type { XmlElement, XmlNode } from "../../../report/xml";
import { outermost, type Scope } from "./names";

/** A whole tag: closing or not, its name, its attributes as they are written, empty or not. */
const TAG = /<(\/?)([^\s<>/="'&!?]+)((?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /(?<=\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const REFERENCE = /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(lt|gt|amp|quot|apos);)?/gi;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** Signs that XML forbids but documents in the wild hold: harmless to what stands around them. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Deeper than any office writes; what nests deeper is there to bring a reader down. */
const DEEPEST = 400;

const notWellFormed = (at: number): Error => new Error(`the XML is not well-formed at ${String(at)}`);

function character(code: number): string {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) throw new Error("a reference to no character");
  const sign = String.fromCodePoint(code);
  return FORBIDDEN.test(sign) ? " " : sign;
}

/** Words as they read: references resolved. Entities beyond the five of XML itself are refused. */
function plain(written: string): string {
  const lines = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
  const clean = FORBIDDEN.test(lines) ? lines.replace(new RegExp(FORBIDDEN, "g"), " ") : lines;
  if (!clean.includes("&")) return clean;
  return clean.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (decimal !== undefined) return character(Number(decimal));
    const sign = name === undefined ? undefined : NAMED[name];
    if (sign === undefined) throw new Error("an entity that XML does not know");
    return sign;
  });
}

const NONE: readonly XmlNode[] = [];

/** Most attributes of a document are looks that nobody asks for: they are taken apart when they are. */
class Element implements XmlElement {
  end = -1;
  private known: Readonly<Record<string, string>> | null = null;

  constructor(
    readonly name: string,
    private readonly written: string,
    private readonly scope: Scope,
    readonly children: readonly XmlNode[],
    readonly start: number,
    readonly opened: number,
  ) {}

  get attributes(): Readonly<Record<string, string>> {
    return (this.known ??= attributesOf(this.written, this.scope));
  }
}

function attributesOf(written: string, scope: Scope): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of written.matchAll(ATTRIBUTE))
    if (name !== "xmlns" && !name.startsWith("xmlns:"))
      found[scope.attribute(name)] = plain((double ?? single ?? "").replace(/[\t\r\n]/g, " "));
  return found;
}

/** The scope inside of a tag, which may declare prefixes of its own. */
function scopeIn(written: string, around: Scope): Scope {
  if (!written.includes("xmlns")) return around;
  const declared = new Map<string, string>();
  for (const [, name = "", double, single] of written.matchAll(ATTRIBUTE))
    if (name === "xmlns" || name.startsWith("xmlns:")) declared.set(name.slice(6), plain(double ?? single ?? ""));
  return declared.size === 0 ? around : around.within(declared);
}

const PASSAGES = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const [EXCLAMATION, QUESTION] = [0x21, 0x3f];

/** A comment, an instruction or a stretch of plain words that begins there; null: a tag. */
function passage(text: string, at: number): { readonly end: number; readonly words: string } | null {
  const sign = text.charCodeAt(at + 1);
  if (sign !== EXCLAMATION && sign !== QUESTION) return null;
  const [opening, closing] = PASSAGES.find(([mark]) => text.startsWith(mark, at)) ?? [];
  if (opening === undefined) throw notWellFormed(at);
  const end = text.indexOf(closing, at + opening.length);
  if (end < 0) throw notWellFormed(at);
  return { end: end + closing.length, words: opening === "<![CDATA[" ? text.slice(at + opening.length, end) : "" };
}

/**
 * Parses XML into plain data, in one go over the text. A list of entities before the root (DOCTYPE) is refused: no office
 * writes one. Throws where the text is not well-formed; `TooLarge` where it nests deeper or is longer than any document.
 */
export function parseXml(text: string): XmlElement {
  const open: { readonly element: Element; readonly children: XmlNode[]; readonly tag: string; readonly scope: Scope }[] = [];
  let root: Element | null = null;
  let count = 0;
  const say = (words: string, at: number): void => {
    const parent = open.at(-1);
    if (parent) parent.children.push(words);
    else if (words.trim() !== "") throw notWellFormed(at);
  };
  let at = 0;
  for (let next = text.indexOf("<"); next >= 0; next = text.indexOf("<", at)) {
    if (next > at) say(plain(text.slice(at, next)), at);
    const passed = passage(text, next);
    if (passed) {
      if (passed.words !== "") say(passed.words, next);
      at = passed.end;
      continue;
    }
    TAG.lastIndex = next;
    const [whole, closes, tag = "", attributes = "", empty] = TAG.exec(text) ?? [];
    if (whole === undefined) throw notWellFormed(next);
    at = next + whole.length;
    if (closes === "/") {
      const closed = open.pop();
      if (closed?.tag !== tag || attributes !== "" || empty !== "") throw notWellFormed(next);
      closed.element.end = at;
      continue;
    }
    if (open.length >= DEEPEST || ++count > limits.elements) throw new TooLarge();
    const parent = open.at(-1);
    const scope = scopeIn(attributes, parent?.scope ?? outermost);
    const children: XmlNode[] = [];
    const element = new Element(scope.element(tag), attributes, scope, empty === "/" ? NONE : children, next, at);
    if (parent) parent.children.push(element);
    else if (root) throw notWellFormed(next);
    else root = element;
    if (empty === "/") element.end = at;
    else open.push({ element, children, tag, scope });
  }
  if (!root || open.length > 0 || text.slice(at).trim() !== "") throw notWellFormed(at);
  return root;
}
