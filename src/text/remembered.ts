/** Longer texts are sentences: they seldom come twice. */
const LONGEST = 64;
/** When so many texts are known, all are forgotten: nothing grows with the number of files. */
const MOST = 8192;

/** Keeps the answers of a pure function of text: budgets repeat the same names and headings over and over. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** Keeps the answers of a pure function of an object, for as long as that object lives. */
export function rememberedFor<Of extends object, Answer extends object | string>(compute: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, Answer>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) known.set(of, (answer = compute(of)));
    return answer;
  };
}
