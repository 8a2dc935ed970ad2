/** Every two characters that stand together in a text; a blank parts them. */
export function pairsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= words.length; at += 1) {
    const pair = words.slice(at, at + 2);
    if (!pair.includes(" ")) pairs.add(pair);
  }
  return pairs;
}

/** Every two characters that stand together in any of these names. */
export const pairsIn = (names: Iterable<string>): ReadonlySet<string> => new Set([...names].flatMap((name) => [...pairsOf(name)]));

/**
 * Whether the one character by which two names of a length differ makes another word of the trade beside a neighbour of its own:
 * 体育 for 教育 is no slip of the pen. `together`: every two characters that stand together in right names.
 */
export function isOtherWord(said: string, right: string, together: ReadonlySet<string>): boolean {
  if (said.length !== right.length) return false;
  const at = Array.from(said).findIndex((character, index) => character !== right.charAt(index));
  return [said.slice(Math.max(0, at - 1), at + 1), said.slice(at, at + 2)].some((pair) => together.has(pair));
}
