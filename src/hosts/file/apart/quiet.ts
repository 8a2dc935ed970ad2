type Done = (failed?: Error | null) => void;

/**
 * What a library or Node itself says on the side in a thread is nobody's to read: a thread whose words are not read never lets
 * the command end.
 */
export function saysNothing(): void {
  const unheard = (...given: readonly (string | Uint8Array | Done | undefined)[]): boolean => {
    const done = given.at(-1);
    if (typeof done === "function") queueMicrotask(done);
    return true;
  };
  process.stdout.write = unheard;
  process.stderr.write = unheard;
}
