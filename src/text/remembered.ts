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

/** Keeps the answers of a pure function of an object, for as long as that object lives. */
export function rememberedFor<Of extends object, Answer extends object | string>(compute: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, Answer>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) known.set(of, (answer = compute(of)));
    return answer;
  };
}
