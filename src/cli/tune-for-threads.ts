import v8 from "node:v8";

/** How much bytecode a function is to run before V8 looks at whether to optimise it; V8's own measure is a ninth. */
const BYTECODE = 600_000;

/**
 * What V8 does by itself suits one thread that runs for long; here as many threads as there are processors check some dozens of
 * files each. By V8's own measure much is optimised before it has seen more than a sheet or two, must be given up at the next
 * sheet and is optimised again: of 200 workbooks a third of the processor's time was that. And what one thread has forgotten is
 * swept by helpers only where a processor is idle, which none is. It holds for threads that are started afterwards.
 */
export function tuneForThreads(): void {
  v8.setFlagsFromString(`--interrupt-budget=${String(BYTECODE)}`);
  v8.setFlagsFromString("--no-parallel-scavenge");
}
