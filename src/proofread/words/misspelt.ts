import { pairsIn } from "../../text/pairs";
import { ofBudgets, pairsOfTerms, terms } from "./terms";

/** A word of the trade written with two characters in each other's place, or with one left out or put in place of another within it. */
export interface Misspelt {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  /** What is swapped is that word and no other; what lacks a character may be another word of an office's own. */
  readonly certain: boolean;
}

/** Shorter ones, swapped, are met across words. */
const SWAPPED = 4;
/** Words that every budget is told in, long enough for one character within them to be no word's. */
const LONG: readonly string[] = [
  "一般公共预算",
  "政府性基金预算",
  "国有资本经营预算",
  "机关运行经费",
  "因公出国（境）",
  "公务接待费",
  "财政拨款收入",
  "财政拨款支出",
  "政府采购预算",
  "政府采购支出",
  "中央八项规定",
  "国库集中支付",
];
/** Of shorter ones only what lacks a character is told: 公务接送费 is another word. */
const REPLACED = 6;

const known = new Set(terms);
/** What stands side by side in words that are right. */
const together: ReadonlySet<string> = new Set([...pairsOfTerms, ...pairsIn(LONG)]);

/** By its first two characters, each form with the word that it is of. */
const swapped = byHead(
  [...ofBudgets, ...LONG].filter(({ length }) => length >= SWAPPED).flatMap((word) => swapsOf(word).map((said) => ({ said, right: word }))),
);
const lacking = byHead(
  LONG.flatMap((word) =>
    Array.from({ length: word.length - 2 }, (_, at) => at + 1)
      .filter((at) => !together.has(word.charAt(at - 1) + word.charAt(at + 1)) && word.charAt(at) !== "（")
      .map((at) => ({ said: word.slice(0, at) + word.slice(at + 1), right: word })),
  ).filter(({ said, right }) => !right.startsWith(said) && !right.endsWith(said)),
);
/** Up to the character in whose place another stands, and behind it. */
const replaced = byHead(
  LONG.filter(({ length }) => length >= REPLACED).flatMap((word) =>
    Array.from({ length: word.length - 3 }, (_, at) => at + 2)
      .filter((at) => /\p{sc=Han}/u.test(word.charAt(at)))
      .map((at) => ({ said: word.slice(0, at), right: word })),
  ),
);

interface Form {
  readonly said: string;
  readonly right: string;
}

function swapsOf(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const [one, other] = [word.charAt(at), word.charAt(at + 1)];
    return one === other || !/^\p{sc=Han}{2}$/u.test(one + other) ? word : word.slice(0, at) + other + one + word.slice(at + 2);
  }).filter((said) => said !== word && !known.has(said));
}

function byHead(forms: readonly Form[]): ReadonlyMap<string, readonly Form[]> {
  const found = new Map<string, Form[]>();
  for (const form of forms) {
    const head = form.said.slice(0, 2);
    found.set(head, [...(found.get(head) ?? []), form]);
  }
  return found;
}

/** Characters that any of the forms begins with: most places of a text are told by this alone to hold nothing. */
const begins = new Uint8Array(0x10000);
for (const forms of [swapped, lacking, replaced]) for (const head of forms.keys()) begins[head.charCodeAt(0)] = 1;

/** Every such place of a text. */
export function misspeltIn(text: string): readonly Misspelt[] {
  const found: Misspelt[] = [];
  for (let start = 0; start + 1 < text.length; start += 1) {
    if (begins[text.charCodeAt(start)] === 0) continue;
    const head = text.slice(start, start + 2);
    for (const { said, right } of swapped.get(head) ?? [])
      if (text.startsWith(said, start) && !isPutIn(text, start, start + said.length, right))
        found.push({ start, end: start + said.length, right, certain: true });
    for (const { said, right } of lacking.get(head) ?? [])
      if (text.startsWith(said, start) && !GOES_ON.test(text.charAt(start + said.length)))
        found.push({ start, end: start + said.length, right, certain: false });
    for (const { said, right } of replaced.get(head) ?? [])
      if (isReplaced(text, start, said, right)) found.push({ start, end: start + right.length, right, certain: false });
  }
  return found.filter((one, at) => !found.some((other, index) => index < at && one.start < other.end && one.end > other.start));
}
/** 公务车用车: one character too many, not two in each other's place. */
const isPutIn = (text: string, start: number, end: number, right: string): boolean =>
  text.charAt(end) === right.at(-1) || text.charAt(start - 1) === right.charAt(0);

/** 因公出（境）国 */
const GOES_ON = /国/;

/** One character within the word is another that goes with neither of its neighbours. */
function isReplaced(text: string, start: number, said: string, right: string): boolean {
  const at = start + said.length;
  const [here, rest] = [text.charAt(at), right.slice(said.length + 1)];
  return (
    here !== right.charAt(said.length) &&
    /\p{sc=Han}/u.test(here) &&
    text.startsWith(said, start) &&
    text.startsWith(rest, at + 1) &&
    !together.has(text.slice(at - 1, at + 1)) &&
    !together.has(text.slice(at, at + 2))
  );
}
