/** Lengths of the texts compared, in characters. */
const SMALL = 4_000;
const LARGE = 16_000;
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
export function growsFaster(work: (text: string) => void, pump: string, tail: string): boolean {
  const textOf = (size: number): string => pump.repeat(Math.ceil(size / pump.length)) + tail;
  for (let left = TRIES; left > 0; left--) {
    const large = cost(work, textOf(LARGE));
    if (large < TOLD || large < RATIO * Math.max(cost(work, textOf(SMALL)), TOLD / RATIO ** 2)) return false;
  }
  return true;
}
