/**
 * Tags of an XML part found in its UTF-8 bytes, without a tree: a sheet of a million rows has one part of a hundred
 * megabytes, of which an edit touches a few hundred bytes. Names are compared without their prefix.
 */
export interface Tag {
  /** Position of "<". */
  readonly start: number;
  /** Position after ">". */
  readonly end: number;
  readonly kind: "open" | "close" | "empty";
  /** Where the name begins and ends, its prefix left out. */
  readonly name: readonly [number, number];
  /** "x:" where the file writes its names with a prefix. */
  readonly prefix: string;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SHORT = 12;
const utf8 = new TextDecoder();

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Where the sequence next stands, or the end of the bytes. */
function find(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < text.length && bytes[at + matched] === text.charCodeAt(matched)) matched++;
    if (matched === text.length) return at;
  }
  return bytes.length;
}

/** The position after a tag's ">", quoted values passed over. */
function tagEnd(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === GREATER) return at + 1;
  }
  return bytes.length;
}

/** The next tag at or after a position; undefined at the end. Comments, CDATA and instructions are passed over. */
export function nextTag(bytes: Uint8Array, from: number): Tag | undefined {
  let start = bytes.indexOf(LESS, from);
  while (start !== -1) {
    const next = bytes[start + 1];
    if (next === 0x21 || next === 0x3f) {
      const closing = next === 0x3f ? "?>" : bytes[start + 2] === 0x2d ? "-->" : bytes[start + 2] === 0x5b ? "]]>" : ">";
      start = bytes.indexOf(LESS, find(bytes, closing, start + 2));
      continue;
    }
    const end = tagEnd(bytes, start + 1);
    const closes = next === SLASH;
    const first = start + (closes ? 2 : 1);
    let named = first;
    let last = first;
    while (last < end && !isSpace(bytes[last]) && bytes[last] !== SLASH && bytes[last] !== GREATER) {
      if (bytes[last] === COLON) named = last + 1;
      last++;
    }
    return {
      start,
      end,
      kind: closes ? "close" : bytes[end - 2] === SLASH ? "empty" : "open",
      name: [named, last],
      prefix: named === first ? "" : textOf(bytes, first, named),
    };
  }
  return undefined;
}

/** Short texts in plain letters, as nearly all are, are put together faster than they are decoded. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return utf8.decode(bytes.subarray(start, end));
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

export const isNamed = (bytes: Uint8Array, tag: Tag, name: string): boolean => isText(bytes, tag.name[0], tag.name[1], name);

/** An opening tag's attributes by their names as written, values unescaped. */
export function attributesOf(bytes: Uint8Array, tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  const text = textOf(bytes, tag.name[1], tag.end);
  for (const [, name = "", double, single] of text.matchAll(/(?<![^\s=/>])([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found.set(name, unescape(double ?? single ?? ""));
  return found;
}

/** One attribute of an opening tag by its name as written, its value unescaped; the others are passed over, not read. */
export function attributeOf(bytes: Uint8Array, tag: Tag, name: string): string | undefined {
  let at = tag.name[1];
  for (;;) {
    while (at < tag.end && isSpace(bytes[at])) at++;
    const start = at;
    while (at < tag.end && bytes[at] !== EQUALS && !isSpace(bytes[at])) at++;
    const end = at;
    while (at < tag.end && bytes[at] !== 0x22 && bytes[at] !== 0x27) at++;
    const quote = bytes[at];
    const closes = quote === undefined ? -1 : bytes.indexOf(quote, at + 1);
    if (closes === -1 || closes >= tag.end) return undefined;
    if (isText(bytes, start, end, name)) return unescape(textOf(bytes, at + 1, closes));
    at = closes + 1;
  }
}

/** The position after the element that this opening tag begins. */
export function elementEnd(bytes: Uint8Array, tag: Tag): number {
  if (tag.kind === "empty") return tag.end;
  const name = textOf(bytes, ...tag.name);
  let depth = 1;
  let at = tag.end;
  for (let inner = nextTag(bytes, at); inner; inner = nextTag(bytes, at)) {
    at = inner.end;
    if (inner.kind === "empty" || !isNamed(bytes, inner, name)) continue;
    depth += inner.kind === "open" ? 1 : -1;
    if (depth === 0) return at;
  }
  return bytes.length;
}

/** The direct children of an element, each with where it ends. */
export function* childrenOf(bytes: Uint8Array, parent: Tag): Generator<{ readonly tag: Tag; readonly end: number }> {
  if (parent.kind !== "open") return;
  let at = parent.end;
  for (let tag = nextTag(bytes, at); tag && tag.kind !== "close"; tag = nextTag(bytes, at)) {
    const end = elementEnd(bytes, tag);
    yield { tag, end };
    at = end;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (NAMED[name ?? ""] ?? whole),
  );

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

export const escapeText = (text: string): string =>
  text.replace(/[<>&]/g, (character) => ESCAPES[character] ?? character).replace(/\r/g, "&#13;");
export const escapeAttribute = (text: string): string => text.replace(/[<>&"\n\r\t]/g, (character) => ESCAPES[character] ?? character);

/** A change to bytes: what stands from `start` to `end` becomes `text`. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The bytes with the patches put in, those at one place in the order given: as pieces, most of them views of the bytes
 * themselves, so that a part of a hundred megabytes is not held twice for the sake of one cell.
 */
export function patched(bytes: Uint8Array, patches: readonly Patch[]): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of [...patches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(bytes.subarray(at, start), encoder.encode(text));
    at = end;
  }
  return [...pieces, bytes.subarray(at)];
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
