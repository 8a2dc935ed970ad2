type Done = (failed?: Error | null) => void;

/**
 * What a library or Node itself says on the side in a thread is nobody's to read: a thread whose words are not read never lets
 * the command end.
 */
export function saysNothing(streams: readonly Pick<NodeJS.WriteStream, "write">[] = [process.stdout, process.stderr]): void {
  const unheard = (...given: readonly (string | Uint8Array | Done | undefined)[]): boolean => {
    const done = given.at(-1);
    if (typeof done === "function") queueMicrotask(done);
    return true;
  };
  for (const stream of streams) stream.write = unheard;
}
