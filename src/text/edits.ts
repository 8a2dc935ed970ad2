/** The least number of characters put in, left out, replaced or swapped with the neighbour; counted up to `limit` + 1. */
export function editDistance(a: string, b: string, limit = 4): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [older, previous] = [previous, current];
  }
  return previous[b.length] ?? limit + 1;
}

/** Whether one keystroke makes one number of the other: a digit, two digits swapped, the decimal point. */
export function oneSlip(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => text.replace(/,/g, "")) as [string, string];
  if (editDistance(first, second, 1) <= 1) return true;
  return first.replace(".", "") === second.replace(".", "");
}

/** The stretch in which two texts differ, after what they have in common at both ends. */
export function difference(a: string, b: string): { start: number; endA: number; endB: number } {
  let start = 0;
  while (start < a.length && start < b.length && a.charAt(start) === b.charAt(start)) start += 1;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail += 1;
  return { start, endA: a.length - tail, endB: b.length - tail };
}
