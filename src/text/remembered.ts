/** Longer texts are sentences: they seldom come twice. */
const LONGEST = 64;
/** When so many texts are known, all are forgotten: nothing grows with the number of files. */
const MOST = 8192;

/**
 * Keeps the answers of a pure function of a text or a number: budgets repeat the same names, headings and figures over and over.
 * `most`: how many at the same time.
 */
export function remembered<T, Of extends string | number = string>(compute: (of: Of) => T, most = MOST): (of: Of) => T {
  const known = new Map<Of, T>();
  return (of) => {
    if (typeof of === "string" && of.length > LONGEST) return compute(of);
    let value = known.get(of);
    if (value === undefined) {
      value = compute(of);
      if (known.size >= most) known.clear();
      known.set(of, value);
    }
    return value;
  };
}

/** What is known of objects: as long as those live, or until it is put away. */
export interface Notes<Of extends object, Known> {
  get(of: Of): Known | undefined;
  set(of: Of, known: Known): unknown;
}

const books: (() => void)[] = [];

/**
 * Notes on what a file holds. A map that outlives the files keeps, until all memory is looked through, what it says of those
 * that are gone: where one file follows another, what was noted is put away between them.
 */
export function notes<Of extends object, Known>(): Notes<Of, Known> {
  let book = new WeakMap<Of, Known>();
  books.push(() => (book = new WeakMap<Of, Known>()));
  return { get: (of) => book.get(of), set: (of, known) => book.set(of, known) };
}

/** What was noted is forgotten: whoever asks again has it worked out again. */
export function putNotesAway(): void {
  for (const renew of books) renew();
}

/** Keeps the answers of a pure function of an object, for as long as that object lives; or among `notes`. */
export function rememberedFor<Of extends object, Answer extends object | string | boolean>(
  compute: (of: Of) => Answer,
  known: Notes<Of, Answer> = new WeakMap<Of, Answer>(),
): (of: Of) => Answer {
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) known.set(of, (answer = compute(of)));
    return answer;
  };
}
