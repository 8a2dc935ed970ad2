import { Damage } from "../whole/damage";
import { resolved } from "./references";
import type { TextPieces } from "./text-pieces";

/** What comes next: an element that begins or ends (one without content does both), a stretch of words, or nothing more. */
export type Token = "open" | "close" | "text" | "end";

const BLANKS: readonly number[] = [0x20, 0x0a, 0x0d, 0x09];
const BANG = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const BRACKET = 0x5d;
const RETURN = 0x0d;
const SPACE = 0x20;

/** What signs are: the first two go on with a name, the first begins one too. */
const [FIRST, LATER, BLANK] = [1, 2, 3];
const KINDS = new Uint8Array(1 << 16).fill(FIRST);
KINDS.set(
  Array.from({ length: 128 }, (_, code) => {
    const sign = String.fromCharCode(code);
    return /[A-Za-z_:]/.test(sign) ? FIRST : /[-.\d]/.test(sign) ? LATER : BLANKS.includes(code) ? BLANK : 0;
  }),
);

/** Where the name that begins there ends; the same place where none does. */
function afterName(text: string, from: number): number {
  if (KINDS[text.charCodeAt(from)] !== FIRST) return from;
  let end = from + 1;
  for (; end < text.length; end++) {
    const kind = KINDS[text.charCodeAt(end)];
    if (kind !== FIRST && kind !== LATER) break;
  }
  return end;
}

/** Where blanks that begin there end. */
function afterBlanks(text: string, from: number): number {
  let end = from;
  while (end < text.length && KINDS[text.charCodeAt(end)] === BLANK) end++;
  return end;
}

function afterPrefix(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A tag with more attributes than this has their names told apart by a set. */
const FEW = 8;
/** Numbers that are kept of an attribute: where its name and its value begin and end. */
const MARKS = 4;

/** Instead of a token: something was passed over that is none · the text in hand ends within one. */
type NoToken = "passed" | "short";

/**
 * Goes through a part's XML once, token by token, in a time that grows with its length; nothing of it is kept. Every step
 * throws `Damage` where the XML is not well formed: cut off, spliced, or none at all. Entities of the file's own are refused:
 * a package may have none.
 */
export class XmlReader {
  /** The name, without its prefix, of the element that has just begun or ended. */
  name = "";
  /** How many elements are open, the one that has just begun included. */
  depth = 0;

  private held = "";
  private at = 0;
  /** Nothing has been dropped yet: `held` begins with the part's first sign. */
  private isAtStart = true;
  private hasRoot = false;
  /** The names of the elements that are open, as they are written. */
  private readonly open: string[] = [];
  /** The same without their prefixes. */
  private readonly names: string[] = [];
  private closesAtOnce = false;
  private readonly marks: number[] = [];
  private marked = 0;
  private plainValues = true;
  private wordsFrom = 0;
  private wordsTo = 0;
  private words: "plain" | "lines" | "references" | "literal" = "plain";

  /** `part`: what the damage is said of; null for a file that is XML itself. */
  constructor(
    private readonly part: string | null,
    private readonly pieces: TextPieces,
  ) {}

  /** The next token; "end" where the root has been closed and nothing follows. */
  next(): Token {
    if (this.closesAtOnce) return this.close();
    for (;;) {
      const from = this.at;
      const token = from < this.held.length ? this.token(from) : "short";
      if (token !== "short" && token !== "passed") return token;
      if (token === "short" && !this.fetch(from)) {
        if (from < this.held.length || !this.hasRoot || this.depth > 0) throw this.fault();
        return "end";
      }
    }
  }

  /** The value of an attribute of the element that has just begun, by its name as it is written. */
  attribute(name: string): string | undefined {
    const { held, marks, marked } = this;
    for (let i = 0; i < marked; i += MARKS) {
      const from = marks[i] ?? 0;
      if ((marks[i + 1] ?? 0) - from === name.length && held.startsWith(name, from)) return this.value(i);
    }
    return undefined;
  }

  /** The value of the first attribute of that name with whatever prefix: "id" for `r:id`. */
  prefixed(name: string): string | undefined {
    for (let i = 0; i < this.marked; i += MARKS) if (this.written(i).endsWith(`:${name}`)) return this.value(i);
    return undefined;
  }

  /** The words of the token "text". */
  text(): string {
    const written = this.held.slice(this.wordsFrom, this.wordsTo);
    if (this.words === "plain") return written;
    const lines = written.replace(/\r\n?/g, "\n");
    return this.words === "references" ? this.known(lines) : lines;
  }

  /** All words of the element that has just begun, which is read to its end. */
  content(): string {
    const outside = this.depth - 1;
    let words = "";
    for (;;) {
      const token = this.next();
      if (token === "text") words += this.text();
      else if (token === "close" && this.depth === outside) return words;
    }
  }

  /**
   * Reads the element that has just begun to its end and shows every child to `visit` as it begins, which may read it. `taken`:
   * takes a child in one by `whole`, where it can.
   */
  children(visit: (name: string) => void, taken: () => boolean = () => false): void {
    const outside = this.depth - 1;
    for (;;) {
      while (this.depth === outside + 1 && taken());
      const token = this.next();
      if (token === "open" && this.depth === outside + 2) visit(this.name);
      else if (token === "close" && this.depth === outside) return;
    }
  }

  /**
   * What comes next, where it reads like `pattern`: a sticky expression for elements from their first sign to their last, none of
   * whose parts can be anything but well formed. null: it is to be read token by token.
   */
  whole(pattern: RegExp): RegExpExecArray | null {
    if (this.closesAtOnce) return null;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.held);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private fault(cause?: unknown): Damage {
    return new Damage(this.part, "内容不完整", { cause });
  }

  private known(words: string): string {
    const all = resolved(words);
    if (all === null) throw this.fault();
    return all;
  }

  /** Puts the next piece behind what is not read yet, at least as long as that: so the whole stays linear. false: no more. */
  private fetch(from: number): boolean {
    const rest = this.held.slice(from);
    let more: string | null;
    try {
      more = this.pieces(rest.length);
    } catch (cause) {
      throw this.fault(cause);
    }
    if (more === null) return false;
    this.isAtStart &&= from === 0;
    this.held = rest + more;
    this.at = 0;
    return true;
  }

  private token(at: number): Token | NoToken {
    if (this.held.charCodeAt(at) !== LESS) return this.depth > 0 ? this.wordsOf(at) : this.blanks(at);
    if (at + 1 === this.held.length) return "short";
    switch (this.held.charCodeAt(at + 1)) {
      case SLASH:
        return this.closing(at);
      case QUESTION:
        return this.instruction(at);
      case BANG:
        return this.exclamation(at);
      default:
        return this.opening(at);
    }
  }

  /** Around the root nothing but blanks may stand. */
  private blanks(at: number): NoToken {
    const { held } = this;
    const end = afterBlanks(held, at);
    if (end < held.length && held.charCodeAt(end) !== LESS) throw this.fault();
    this.at = end;
    return "passed";
  }

  private wordsOf(at: number): Token | NoToken {
    const { held } = this;
    const length = held.length;
    let kind: typeof this.words = "plain";
    let end = at;
    for (; end < length; end++) {
      const code = held.charCodeAt(end);
      if (code === LESS) break;
      if (code === AMPERSAND) kind = "references";
      else if (code === RETURN && kind === "plain") kind = "lines";
      else if (code === GREATER && end - at >= 2 && held.charCodeAt(end - 1) === BRACKET && held.charCodeAt(end - 2) === BRACKET)
        throw this.fault();
    }
    if (end === length) return "short";
    this.say(at, end, kind, end);
    // Whether anybody asks for the words or not: what XML does not know is damage.
    if (kind === "references") this.text();
    return "text";
  }

  private say(from: number, to: number, kind: typeof this.words, next: number): void {
    this.wordsFrom = from;
    this.wordsTo = to;
    this.words = kind;
    this.at = next;
  }

  private instruction(at: number): NoToken {
    const { held } = this;
    const end = held.indexOf("?>", at + 2);
    if (end < 0) return "short";
    const nameEnd = afterName(held, at + 2);
    const isNamed = nameEnd > at + 2 && (nameEnd === end || afterBlanks(held, nameEnd) > nameEnd);
    const isDeclaration = held.slice(at + 2, nameEnd).toLowerCase() === "xml";
    if (!isNamed || (isDeclaration && !(this.isAtStart && at === 0))) throw this.fault();
    this.at = end + 2;
    return "passed";
  }

  private exclamation(at: number): Token | NoToken {
    const { held } = this;
    if (held.startsWith("<!--", at)) {
      const end = held.indexOf("--", at + 4);
      if (end < 0 || end + 2 >= held.length) return "short";
      if (held.charCodeAt(end + 2) !== GREATER) throw this.fault();
      this.at = end + 3;
      return "passed";
    }
    if (held.startsWith("<![CDATA[", at) && this.depth > 0) {
      const end = held.indexOf("]]>", at + 9);
      if (end < 0) return "short";
      this.say(at + 9, end, "literal", end + 3);
      return "text";
    }
    if (held.length - at < 9) return "short";
    // The name of a document's type is harmless; a list of entities is not.
    if (!held.startsWith("<!DOCTYPE", at) || this.hasRoot) throw this.fault();
    const end = held.indexOf(">", at);
    if (end < 0) return "short";
    if (held.slice(at, end).includes("[")) throw this.fault();
    this.at = end + 1;
    return "passed";
  }

  private closing(at: number): Token | NoToken {
    const { held } = this;
    const name = this.open[this.depth - 1];
    if (name === undefined) throw this.fault();
    const nameEnd = at + 2 + name.length;
    if (nameEnd >= held.length) return "short";
    if (!held.startsWith(name, at + 2)) throw this.fault();
    const end = held.charCodeAt(nameEnd) === GREATER ? nameEnd : afterBlanks(held, nameEnd);
    if (end === held.length) return "short";
    if (held.charCodeAt(end) !== GREATER) throw this.fault();
    this.at = end + 1;
    return this.close();
  }

  private close(): Token {
    this.closesAtOnce = false;
    this.open.pop();
    this.name = this.names.pop() ?? "";
    this.depth--;
    return "close";
  }

  private opening(at: number): Token | NoToken {
    const { held } = this;
    const length = held.length;
    const nameEnd = afterName(held, at + 1);
    if (nameEnd === at + 1) throw this.fault();
    let end = nameEnd;
    this.marked = 0;
    this.plainValues = true;
    for (;;) {
      const before = end;
      end = afterBlanks(held, before);
      if (end === length) return "short";
      const code = held.charCodeAt(end);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (end + 1 === length) return "short";
        if (held.charCodeAt(end + 1) !== GREATER) throw this.fault();
        break;
      }
      if (end === before) throw this.fault();
      end = this.markAttribute(end);
      if (end < 0) return "short";
    }
    if (this.marked > MARKS) this.requireApart();
    if (this.depth === 0 && this.hasRoot) throw this.fault();
    const name = held.slice(at + 1, nameEnd);
    this.open.push(name);
    this.name = afterPrefix(name);
    this.names.push(this.name);
    this.depth++;
    this.hasRoot = true;
    this.closesAtOnce = held.charCodeAt(end) === SLASH;
    this.at = end + (this.closesAtOnce ? 2 : 1);
    return "open";
  }

  /** Notes an attribute that begins there; where it ends, or -1 where the text in hand is short. */
  private markAttribute(from: number): number {
    const { held, marks } = this;
    const length = held.length;
    const nameEnd = afterName(held, from);
    if (nameEnd === from) throw this.fault();
    const equals = held.charCodeAt(nameEnd) === EQUALS ? nameEnd : afterBlanks(held, nameEnd);
    if (equals === length) return -1;
    if (held.charCodeAt(equals) !== EQUALS) throw this.fault();
    const opens = afterBlanks(held, equals + 1);
    if (opens === length) return -1;
    const quote = held.charCodeAt(opens);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.fault();
    const valueFrom = opens + 1;
    let end = valueFrom;
    let refers = false;
    for (; end < length; end++) {
      const code = held.charCodeAt(end);
      if (code === quote) break;
      if (code === LESS) throw this.fault();
      if (code === AMPERSAND) refers = true;
      if (code === AMPERSAND || code < SPACE) this.plainValues = false;
    }
    if (end === length) return -1;
    if (refers) this.known(held.slice(valueFrom, end));
    const i = this.marked;
    marks[i] = from;
    marks[i + 1] = nameEnd;
    marks[i + 2] = valueFrom;
    marks[i + 3] = end;
    this.marked = i + MARKS;
    return end + 1;
  }

  /** No two attributes of one name: which of them a reader takes would be a matter of luck. */
  private requireApart(): void {
    const { marked } = this;
    if (marked > FEW * MARKS) {
      const names = new Set<string>();
      for (let i = 0; i < marked; i += MARKS) names.add(this.written(i));
      if (names.size * MARKS < marked) throw this.fault();
      return;
    }
    for (let i = MARKS; i < marked; i += MARKS) for (let k = 0; k < i; k += MARKS) if (this.isSameName(i, k)) throw this.fault();
  }

  private isSameName(one: number, other: number): boolean {
    const { held, marks } = this;
    const a = marks[one] ?? 0;
    const b = marks[other] ?? 0;
    const length = (marks[one + 1] ?? 0) - a;
    if ((marks[other + 1] ?? 0) - b !== length) return false;
    for (let i = 0; i < length; i++) if (held.charCodeAt(a + i) !== held.charCodeAt(b + i)) return false;
    return true;
  }

  private written(mark: number): string {
    return this.held.slice(this.marks[mark], this.marks[mark + 1]);
  }

  private value(mark: number): string {
    const written = this.held.slice(this.marks[mark + 2], this.marks[mark + 3]);
    return this.plainValues ? written : this.known(written.replace(/\r\n|[\r\n\t]/g, " "));
  }
}
