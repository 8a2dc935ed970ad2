/** The longer of two texts compared, in characters; the shorter is a quarter of it. */
const LARGE = 16_000;
const FEWER = 4;
/** Four times the length takes four times the time where it grows with the length, sixteen times where with its square. */
const RATIO = 8;
/** Milliseconds below which the clock says nothing. */
const TOLD = 20;
/** A garbage collection in between is no growth: what is suspected is tried again. */
const TRIES = 3;

/** Milliseconds of this process's own work, whatever else the machine does. */
function cost(work: (text: string) => void, text: string): number {
  const before = process.cpuUsage().user;
  work(text);
  return (process.cpuUsage().user - before) / 1000;
}

/** Whether the work on a text made of copies of a piece takes longer than in proportion to its length. */
export function growsFaster(work: (text: string) => void, pump: string, tail: string, size = LARGE): boolean {
  const textOf = (long: number): string => pump.repeat(Math.ceil(long / pump.length)) + tail;
  for (let left = TRIES; left > 0; left--) {
    const large = cost(work, textOf(size));
    if (large < TOLD || large < RATIO * Math.max(cost(work, textOf(size / FEWER)), TOLD / RATIO ** 2)) return false;
  }
  return true;
}
