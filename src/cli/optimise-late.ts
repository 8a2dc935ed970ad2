import v8 from "node:v8";

/** How much bytecode a function is to run before V8 looks at whether to optimise it; V8's own measure is a ninth. */
const BYTECODE = 600_000;

/**
 * From now on functions are optimised later. By V8's own measure much is optimised before it has seen more than a sheet or
 * two, must be given up at the next sheet and is optimised again: of 200 workbooks a third of the processor's time was that.
 * It holds for threads that are started afterwards, too.
 */
export function optimiseLate(): void {
  v8.setFlagsFromString(`--interrupt-budget=${String(BYTECODE)}`);
}
