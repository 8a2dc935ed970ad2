import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { LIGHT } from "../words/light";
import { pairsOfTerms } from "../words/terms";
import { joined } from "../text/joined";

/** So often the rest of the text has to write it whole. */
const OFTEN = 3;
const HAN = /^\p{sc=Han}$/u;
const FOUR = /^\p{sc=Han}{4}$/u;

interface Lost {
  /** Where in the text the words around the missing character begin and end, and where it ought to stand. */
  readonly start: number;
  readonly at: number;
  readonly end: number;
  readonly character: string;
}

/**
 * 财拨款收入 where the text writes 财政拨款收入 everywhere else: two characters that stand side by side nowhere else, neither in the text
 * nor in a word of the trade, and with one between them stand in the same words again and again.
 */
export function judgeLostCharacters(ledger: Ledger, lines: readonly Line[]): void {
  const prose = lines.filter(({ kind }) => kind !== "row");
  const { text, starts } = joined(prose);
  let index = 0;
  for (const lost of lostIn(text)) {
    while ((starts[index + 1] ?? Infinity) <= lost.start) index += 1;
    const line = prose[index];
    if (line) tell(ledger, line, lost, starts[index] ?? 0);
  }
}

function tell(ledger: Ledger, line: Line, { start, at, end, character }: Lost, from: number): void {
  const span = { line, start: start - from, end: end - from };
  if (ledger.isFaulted(span)) return;
  const [before, after] = [line.text.slice(span.start, at - from), line.text.slice(at - from, span.end)];
  ledger.fault({
    id: "B10",
    category: "wording",
    severity: "warning",
    at: span,
    message: `“${before}${after}”像是漏了“${character}”字，别处都写“${before}${character}${after}”。`,
    expected: `${before}${character}${after}`,
    replaces: true,
  });
}

/** In the order of the text. */
function lostIn(text: string): readonly Lost[] {
  const places = new Places(text);
  const found: Lost[] = [];
  for (let at = 2; at + 2 <= text.length; at += 1) {
    const lost = lostAt(text, places, at);
    if (lost) found.push(lost);
  }
  return found;
}

/** What stands in thousands of places says by then whether anything is missing. */
const ENOUGH = 500;

/** 财|拨款: `at` is the place between the two. */
function lostAt(text: string, places: Places, at: number): Lost | null {
  const [start, end] = [at - 2, at + 2];
  if (!FOUR.test(text.slice(start, end))) return null;
  // Between two that stand together in a right word nothing is missing.
  if (!places.isOnly(at - 1) || pairsOfTerms.has(text.slice(at - 1, at + 1))) return null;
  const after = text.slice(at, end);
  const between = new Map<string, number>();
  let seen = 0;
  for (const place of places.of(start)) {
    if (++seen > ENOUGH) break;
    const character = text.charAt(place + 2);
    if (place !== start && text.startsWith(after, place + 3)) between.set(character, (between.get(character) ?? 0) + 1);
  }
  return lostFrom(between, start, at, end);
}

/** One and the same character, often enough, and nothing else. */
function lostFrom(characters: ReadonlyMap<string, number>, start: number, at: number, end: number): Lost | null {
  const [[character, times] = ["", 0], ...others] = [...characters];
  return others.length === 0 && times >= OFTEN && HAN.test(character) && !LIGHT.test(character) ? { start, at, end, character } : null;
}

/** Where every two neighbouring characters of a text stand, as chains through one table: a text has as many pairs as characters. */
class Places {
  private readonly last: Int32Array;
  private readonly before: Int32Array;

  constructor(private readonly text: string) {
    this.last = new Int32Array(BUCKETS).fill(-1);
    this.before = new Int32Array(text.length);
    for (let at = 0; at + 1 < text.length; at += 1) {
      const bucket = this.bucketOf(at);
      this.before[at] = this.last[bucket] ?? -1;
      this.last[bucket] = at;
    }
  }

  /** Every place of the two characters that stand at this one. */
  *of(at: number): Generator<number> {
    for (let place = this.last[this.bucketOf(at)] ?? -1; place >= 0; place = this.before[place] ?? -1)
      if (this.isSame(place, at)) yield place;
  }

  isOnly(at: number): boolean {
    for (const place of this.of(at)) if (place !== at) return false;
    return true;
  }

  private isSame(one: number, other: number): boolean {
    return this.text.charCodeAt(one) === this.text.charCodeAt(other) && this.text.charCodeAt(one + 1) === this.text.charCodeAt(other + 1);
  }

  private bucketOf(at: number): number {
    return (Math.imul(this.text.charCodeAt(at), 31) ^ this.text.charCodeAt(at + 1)) & (BUCKETS - 1);
  }
}
const BUCKETS = 0x10000;
