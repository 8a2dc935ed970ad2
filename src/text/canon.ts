/**
 * One spelling for what people and programs write in many: half-width digits, full-width Chinese punctuation, one kind
 * of quotes and dashes, no spaces. Character by character, so that every place can be led back to the user's own text.
 */

const SPACE = /[\s\u3000\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe]/;
const DOUBLE_QUOTES = new Set(['"', "“", "”", "„", "‟", "「", "」", "『", "』"]);
const SINGLE_QUOTES = new Set(["'", "‘", "’"]);
const DASHES = new Set(["-", "‐", "‑", "‒", "–", "—", "―", "−", "─", "－", "﹣"]);
const WIDE: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ":": "：",
  ";": "；",
  "!": "！",
  "?": "？",
  "≧": "≥",
  "≦": "≤",
  "～": "~",
  "﹪": "%",
  "[": "［",
  "]": "］",
};

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= "0" && character <= "9";

/** A digit of mathematics, two code units long, as a digit; null for other characters outside the plane. */
function digitOf(character: string): string | null {
  if (character < "\ud800" || character >= "\udc00") return null;
  const plain = character.normalize("NFKC");
  return isDigit(plain) && plain.length === 1 ? plain : null;
}

function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x0600 && code < 0x0e5a && /\p{Nd}/u.test(character)) return String(digitValue(code));
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** Digits of a script stand ten in a row. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return code - zero;
}

/** A text in one spelling, and for each of its characters the position of that character in the original. */
export interface Canonical {
  readonly text: string;
  readonly at: readonly number[];
}

/** What is known of characters already: 1 stands for itself wherever it is, 2 does not. */
const met = new Uint8Array(0x10000);

function isPlain(character: string): boolean {
  const code = character.charCodeAt(0);
  if (met[code] === 0) {
    const pair = code >= 0xd800 && code < 0xdc00;
    const changes = SPACE.test(character) || ALWAYS_LOOKED_AT.test(character) || spelt(halfWidth(character), [], "", 0) !== character;
    met[code] = pair || changes ? 2 : 1;
  }
  return met[code] === 1;
}

/** What depends on its neighbours, and what is dropped. */
const ALWAYS_LOOKED_AT = /[*,‚，。-]/;

/** `tabs`: keep tabulators, which part the cells of a table row. */
export function canonicalise(original: string, tabs = false): Canonical {
  const kept: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const raw = original.charAt(i);
    if (isPlain(raw)) {
      kept.push(raw);
      at.push(i);
    } else if (tabs && raw === "\t") push("\t", i);
    else if (!SPACE.test(raw) && raw !== "*") {
      const digit = digitOf(original.slice(i, i + 2));
      push(digit ?? spelt(halfWidth(raw), kept, original, i + 1), i);
      if (digit !== null) i += 1;
    }
  }
  return { text: kept.join(""), at };

  function push(character: string, position: number): void {
    if (character === "-" && kept.at(-1) === "-") return;
    kept.push(character);
    at.push(position);
  }
}

/** `kept`: what stands before it, already spelt; the character itself stands in `original` right before `next`. */
function spelt(character: string, kept: readonly string[], original: string, next: number): string {
  const before = kept.at(-1);
  if (character === "," || character === "‚") {
    const parts = isFigure(before, kept.at(-2)) && nextDigit(original, next) && (original.charAt(next - 1) !== "，" || mayBeGrouped(kept));
    return parts ? "," : "，";
  }
  if (character === "。" && isDigit(before) && /^\d{2}(?:万元|元|%|％)/.test(original.slice(next, next + 5))) return ".";
  if (DOUBLE_QUOTES.has(character)) return '"';
  if (SINGLE_QUOTES.has(character)) return "'";
  if (DASHES.has(character)) return "-";
  return WIDE[character] ?? character;
}

/** 1，219.43, not 120.50，219.43 or 2026，219.43: a comma of sentences parts thousands only behind three digits at the most, and no point. */
const mayBeGrouped = (kept: readonly string[]): boolean => /(?:^|[^\d.,])\d{1,3}(?:,\d{3})*$/.test(kept.slice(-LONGEST).join(""));
const LONGEST = 20;

/** A digit, or a letter behind one that was taken for one: 1O,271.56. */
const isFigure = (character: string | undefined, before: string | undefined): boolean =>
  isDigit(character) || (/^[OoIl]$/.test(character ?? "") && isDigit(before));

function nextDigit(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && SPACE.test(text.charAt(i)) && text.charAt(i) !== "\t") i += 1;
  return isDigit(halfWidth(text.charAt(i))) || /^[OoIl]\d{2}\.\d/.test(text.slice(i, i + 6)) || digitOf(text.slice(i, i + 2)) !== null;
}

/** Canonical words as a person prints them: quotes open and close. */
export function printed(text: string): string {
  let open = false;
  return text.replace(/"/g, () => {
    open = !open;
    return open ? "“" : "”";
  });
}

const spellings = new Map<string, string>();

/** A name in the same spelling. */
export function canon(text: string): string {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  const { text: made } = canonicalise(text);
  if (spellings.size > 20000) spellings.clear();
  spellings.set(text, made);
  return made;
}
