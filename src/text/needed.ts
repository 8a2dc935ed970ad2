import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** What is known of all that a part of an expression takes. */
interface Taken {
  /** It takes one of these and nothing else; null: too many to tell. */
  readonly exactly: readonly string[] | null;
  /** One of these is in it; null: nobody knows which. */
  readonly needs: readonly string[] | null;
}

/** More words than these are not kept apart. */
const MOST = 128;
const NOTHING: Taken = { exactly: [""], needs: null };
const ANYTHING: Taken = { exactly: null, needs: null };

/**
 * Words of which every text has at least one in which the expression finds anything; null where no words have to be there.
 * What is cheaply seen to be missing need not be sought.
 */
export function neededBy({ source, flags }: RegExp): readonly string[] | null {
  if (flags.includes("i")) return null;
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  return wordsOf(anyOf(alternatives.map(sequence)));
}

/** The longer words tell more; of equal ones the fewer. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (b === null || b.length === 0 || b.includes("")) return a;
  if (a === null) return b;
  const [first, second] = [shortest(a), shortest(b)];
  return second > first || (second === first && b.length < a.length) ? b : a;
}
const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length));

const wordsOf = ({ exactly, needs }: Taken): readonly string[] | null => better(needs, exactly);

const both = (first: readonly string[], second: readonly string[]): readonly string[] | null =>
  first.length * second.length > MOST ? null : first.flatMap((one) => second.map((other) => one + other));

/** One of several ways. */
function anyOf(all: readonly Taken[]): Taken {
  const exactly = all.flatMap((one) => one.exactly ?? []);
  const needs = all.map(wordsOf);
  return {
    exactly: all.every((one) => one.exactly !== null) && exactly.length <= MOST ? exactly : null,
    needs: needs.includes(null) ? null : needs.flatMap((one) => one ?? []),
  };
}

/** Parts one behind the other: what is known exactly of neighbours is known of both together. */
function sequence({ elements }: AST.Alternative): Taken {
  let needs: readonly string[] | null = null;
  let [before, run]: [readonly string[], readonly string[]] = [[""], [""]];
  let whole = true;
  for (const [at, element] of elements.entries()) {
    const part = takenBy(element);
    const joined = isAgain(element, elements[at - 1]) ? twice(before, element.resolved) : part.exactly && both(run, part.exactly);
    if (element.type === "Assertion" && element.kind === "lookahead") needs = better(better(needs, part.needs), joined ?? part.exactly);
    else if (element.type === "Assertion") needs = better(better(needs, part.needs), part.exactly);
    else if (joined) [before, run] = [run, joined];
    else [needs, before, run, whole] = [better(better(needs, run), part.needs), [""], part.exactly ?? [""], false];
  }
  return { exactly: whole ? run : null, needs: better(needs, run) };
}

/** A group said again right behind itself. */
const isAgain = (element: AST.Element, last: AST.Element | undefined): element is AST.UnambiguousBackreference =>
  element.type === "Backreference" && !element.ambiguous && element.resolved === last;

function twice(before: readonly string[], group: AST.CapturingGroup): readonly string[] | null {
  const { exactly } = anyOf(group.alternatives.map(sequence));
  return (
    exactly &&
    both(
      before,
      exactly.map((one) => one + one),
    )
  );
}

function takenBy(element: AST.Element): Taken {
  switch (element.type) {
    case "Character":
      return { exactly: [String.fromCodePoint(element.value)], needs: null };
    case "CharacterClass":
      return anyCharacter(element);
    case "Group":
    case "CapturingGroup":
      return anyOf(element.alternatives.map(sequence));
    case "Quantifier":
      return repeated(element);
    case "Assertion":
      // What must not stand there is not needed.
      return (element.kind === "lookahead" || element.kind === "lookbehind") && !element.negate
        ? anyOf(element.alternatives.map(sequence))
        : NOTHING;
    default:
      return ANYTHING;
  }
}

function anyCharacter({ negate, elements }: AST.CharacterClass): Taken {
  const exactly = elements.flatMap((one) => (one.type === "Character" ? [String.fromCodePoint(one.value)] : []));
  return negate || exactly.length < elements.length ? ANYTHING : { exactly, needs: null };
}

function repeated({ element, min, max }: AST.Quantifier): Taken {
  const part = takenBy(element);
  if (min === 0) return { exactly: max === 1 && part.exactly ? [...part.exactly, ""] : null, needs: null };
  let exactly: readonly string[] | null = [""];
  for (let time = 0; time < min && exactly !== null; time += 1) exactly = part.exactly && both(exactly, part.exactly);
  return { exactly: min === max ? exactly : null, needs: better(part.needs, exactly ?? part.exactly) };
}

/** Whether an expression may find anything in a text: what needs words that are not there does not. */
export function mayFind(expression: RegExp): (text: string) => boolean {
  const needs = neededBy(expression);
  return (text) => needs === null || needs.some((words) => text.includes(words));
}

/** Whether any of some words is in a text, of which many such questions are asked: its pairs of characters tell it of most of them. */
export function lookInto(text: string): (words: readonly string[]) => boolean {
  const pairs = new Uint8Array(0x10000);
  for (let at = 0; at + 1 < text.length; at += 1) pairs[placeOf(text, at)] = 1;
  const mayHave = (word: string): boolean => {
    for (let at = 0; at + 1 < word.length; at += 1) if (pairs[placeOf(word, at)] === 0) return false;
    return true;
  };
  return (words) => words.some((word) => mayHave(word) && text.includes(word));
}
const placeOf = (text: string, at: number): number => ((text.charCodeAt(at) * 31) ^ text.charCodeAt(at + 1)) & 0xffff;

/** Whether a stretch of so many characters, none of them of the Latin alphabet, stands twice running. */
export function hasTwice(text: string, least: number, most: number): boolean {
  for (let apart = least; apart <= most; apart += 1) {
    let same = 0;
    for (let at = 0; at + apart < text.length; at += 1) {
      const code = text.charCodeAt(at);
      same = code >= FIRST_HAN && code === text.charCodeAt(at + apart) ? same + 1 : 0;
      if (same === apart) return true;
    }
  }
  return false;
}
/** Radicals; all that is written in Han characters stands behind them. */
const FIRST_HAN = 0x2e80;
