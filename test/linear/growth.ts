/** How long work takes on a text of each of these lengths, in milliseconds: the least of two runs. */
const SIZES = [10_000, 20_000, 40_000] as const;
/** Below this the clock says nothing. */
const TOLD = 30;
/** Twice the length takes twice the time, where it grows with the length; four times, where with its square. */
const RATIO = 3;

function least(work: () => void, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2 && best > limit; run++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Whether the work takes longer than the text is long: told only where it takes long enough, and grows so at each doubling. */
export function growsFaster(work: (text: string) => void, pump: string, tail: string): boolean {
  let before = 0;
  for (const [i, size] of SIZES.entries()) {
    const text = pump.repeat(Math.ceil(size / pump.length)) + tail;
    const now = least(() => work(text), TOLD / 16);
    if (i === 0 ? now < TOLD / 16 : now < RATIO * before && now < 50 * TOLD) return false;
    before = now;
  }
  return before > TOLD;
}
