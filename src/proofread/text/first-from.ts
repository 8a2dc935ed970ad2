/** The index of the first of several, in the order of their places, that stands there or behind; their number where none does. */
export function firstFrom<Of>(all: readonly Of[], place: (one: Of) => number, from: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && place(one) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
