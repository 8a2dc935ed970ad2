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
  return flags.includes("i") || /[\ud800-\udfff]/.test(source) ? null : wordsOf(new Reader(source).alternatives());
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

class Reader {
  readonly #source: string;
  readonly #groups: (readonly string[] | null)[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Taken {
    const all = [this.#sequence()];
    while (this.#eat("|")) all.push(this.#sequence());
    const exactly = all.flatMap((one) => one.exactly ?? []);
    const needs = all.map(wordsOf);
    return {
      exactly: all.every((one) => one.exactly !== null) && exactly.length <= MOST ? exactly : null,
      needs: needs.includes(null) ? null : needs.flatMap((one) => one ?? []),
    };
  }

  /** Parts one behind the other: what is known exactly of neighbours is known of both together. */
  #sequence(): Taken {
    let needs: readonly string[] | null = null;
    let [before, run]: [readonly string[], readonly string[]] = [[""], [""]];
    let [whole, last] = [true, 0];
    while (this.#at < this.#source.length && !"|)".includes(this.#source.charAt(this.#at))) {
      const rest = this.#source.slice(this.#at);
      const again = Number(/^\\([1-9])(?![{?*+])/.exec(rest)?.[1] ?? 0);
      const groups = this.#groups.length;
      const part = this.#repeated();
      // A group said again right behind itself.
      const same = again > 0 && again === last ? (this.#groups[again - 1] ?? null) : null;
      const joined = same
        ? both(
            before,
            same.map((one) => one + one),
          )
        : part.exactly && both(run, part.exactly);
      last = /^\((?!\?)/.test(rest) && this.#source.charAt(this.#at - 1) === ")" ? groups + 1 : 0;
      if (rest.startsWith("(?=")) needs = better(better(needs, part.needs), joined ?? part.exactly);
      else if (rest.startsWith("(?<=")) needs = better(better(needs, part.needs), part.exactly);
      else if (joined) [before, run] = [run, joined];
      else [needs, before, run, whole] = [better(better(needs, run), part.needs), [""], part.exactly ?? [""], false];
    }
    return { exactly: whole ? run : null, needs: better(needs, run) };
  }

  #repeated(): Taken {
    const part = this.#part();
    const [quantifier, least = "", comma = "", most = ""] = /^(?:\{(\d+)(?:(,)(\d*))?\}|[?*+])\??/.exec(this.#source.slice(this.#at)) ?? [];
    if (quantifier === undefined) return part;
    this.#at += quantifier.length;
    const from = quantifier.startsWith("+") ? 1 : Number(least);
    const to = quantifier.startsWith("?")
      ? 1
      : quantifier.startsWith("{") && (comma === "" || most !== "")
        ? Number(most || least)
        : Infinity;
    if (from === 0) return { exactly: to === 1 && part.exactly ? [...part.exactly, ""] : null, needs: null };
    let exactly: readonly string[] | null = [""];
    for (let time = 0; time < from && exactly !== null; time += 1) exactly = part.exactly && both(exactly, part.exactly);
    return { exactly: from === to ? exactly : null, needs: better(part.needs, exactly ?? part.exactly) };
  }

  #part(): Taken {
    const sign = this.#source.charAt(this.#at);
    this.#at += 1;
    if (sign === "(") return this.#group();
    if (sign === "[") return this.#anyOf();
    if (sign === "^" || sign === "$") return NOTHING;
    if (sign === "\\") return this.#escaped();
    return sign === "." ? ANYTHING : { exactly: [sign], needs: null };
  }

  #group(): Taken {
    const kind = /^\?(?:[:=!]|<[=!])/.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += kind.length;
    const number = kind === "" ? this.#groups.push(null) : 0;
    const inside = this.alternatives();
    this.#eat(")");
    if (number > 0) this.#groups[number - 1] = inside.exactly;
    // What must not stand there is not needed.
    if (kind.endsWith("!")) return NOTHING;
    return inside;
  }

  #anyOf(): Taken {
    const [all, inside = ""] = /^((?:\\.|[^\]\\])*)\]/.exec(this.#source.slice(this.#at)) ?? [""];
    this.#at += all.length;
    const plain = inside.replace(/\\([^\w])/g, "$1");
    if (inside.startsWith("^") || /\\\w|[^\\]-./.test(inside)) return ANYTHING;
    return { exactly: Array.from(plain), needs: null };
  }

  #escaped(): Taken {
    const [all = ""] = /^(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += all.length;
    return /^\W$/.test(all) ? { exactly: [all], needs: null } : ANYTHING;
  }

  #eat(sign: string): boolean {
    const is = this.#source.startsWith(sign, this.#at);
    if (is) this.#at += sign.length;
    return is;
  }
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
