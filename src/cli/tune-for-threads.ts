import v8 from "node:v8";

/**
 * What V8 does by itself suits one thread that runs for long; here as many threads as there are processors check some dozens of
 * files each, and every one compiles for itself. Flags that an engine no longer knows it passes over.
 */
const FLAGS = [
  // How much bytecode a function runs before it is looked at whether to optimise it: nine times V8's own measure. By that, much
  // is optimised before it has seen more than a sheet or two, must be given up at the next sheet and is optimised again.
  "--interrupt-budget=600000",
  // How much of what a function calls is optimised with it: half of V8's own measure. Of 200 workbooks a quarter of the
  // processor's time was compiling, and most of that what had been taken into large functions.
  "--max-inlined-bytecode-size-cumulative=400",
  // What a thread has forgotten is swept by helpers only where a processor is idle, which none is.
  "--no-parallel-scavenge",
];

/** It holds for threads that are started afterwards. */
export function tuneForThreads(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
