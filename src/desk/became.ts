/** What became of the findings of one round in the next. */
export interface Became<T> {
  readonly repaired: readonly T[];
  /** As the later round says them. */
  readonly remaining: readonly T[];
  readonly added: readonly T[];
  /** Those among the remaining whose figures say something else now, and are wrong still. */
  readonly altered: readonly T[];
}

/** How findings of two rounds are told to be one. */
export interface Sameness<T> {
  /** Not the same key, but one place: what was wrong there is gone, and something else there is wrong now. */
  readonly isSamePlace: (before: T, after: T) => boolean;
  /** Of one key: the figures that it speaks of are others now. */
  readonly hasOtherFigures: (before: T, after: T) => boolean;
}

/** What became of findings, each known by its key: a key tells the same instance in both rounds. */
export function becameOf<T extends { readonly key: string }>(was: readonly T[], is: readonly T[], same: Sameness<T>): Became<T> {
  const before = new Map(was.map((finding) => [finding.key, finding]));
  const now = new Set(is.map(({ key }) => key));
  const gone = was.filter(({ key }) => !now.has(key));
  const added: T[] = [];
  const altered = new Set<T>();
  for (const finding of is) {
    const old = before.get(finding.key);
    if (old) {
      if (same.hasOtherFigures(old, finding)) altered.add(finding);
      continue;
    }
    const place = gone.findIndex((one) => same.isSamePlace(one, finding));
    if (place < 0) added.push(finding);
    else {
      gone.splice(place, 1);
      altered.add(finding);
    }
  }
  return {
    repaired: gone,
    remaining: is.filter((finding) => before.has(finding.key) || altered.has(finding)),
    added,
    altered: [...altered],
  };
}
