import v8 from "node:v8";

/** How much bytecode a function runs before it is looked at whether to optimise it: nine times V8's own measure, and twice that. */
const BUDGET = "--interrupt-budget=1200000";

/** Node 22 has no such measure any more, and an engine complains of a flag that it does not know. */
const hasBudget = Number.parseInt(process.versions.v8, 10) < 12;

/**
 * What V8 does by itself suits one thread that runs for long; here as many threads as there are processors check some dozens of
 * files each, and every one compiles for itself. By V8's own measure much is optimised before it has seen more than a sheet or
 * two, must be given up at the next sheet and is optimised again.
 */
const FLAGS = [
  ...(hasBudget ? [BUDGET] : []),
  // How much of what a function calls is optimised with it: half of V8's own measure. Of 200 workbooks a quarter of the
  // processor's time was compiling, and a third of that one function with all that it calls.
  "--max-inlined-bytecode-size-cumulative=400",
  // Every function is compiled plainly when it is first called, not when it has shown to be called often: nearly all of a check is.
  "--always-sparkplug",
  // What a thread has forgotten is swept by helpers only where a processor is idle, which none is.
  "--no-parallel-scavenge",
  // A thread may say when it has forgotten something: between two files (check-worker.ts).
  "--expose-gc",
];

/** It holds for threads that are started afterwards. */
export function tuneForThreads(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
