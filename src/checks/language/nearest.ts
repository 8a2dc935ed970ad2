/** How many single-character changes lead from one word to another. */
export function editDistance(from: string, to: string): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  let row = b.map((_, index) => index + 1);
  a.forEach((letter, above) => {
    let diagonal = above;
    let left = above + 1;
    row = row.map((up, index) => {
      const best = Math.min(up + 1, left + 1, diagonal + (letter === b[index] ? 0 : 1));
      diagonal = up;
      left = best;
      return best;
    });
  });
  return row.at(-1) ?? a.length;
}

/** The word most like the one written, when any is like it at all: at most half of it would have to change. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(Array.from(word).length / 2)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
