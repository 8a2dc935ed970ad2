/**
 * What a thread has read of the last few files: who needs one of them again soon need not read it again. Few, so that memory
 * does not grow with the number of files.
 */
export interface LastRead<Read> {
  readonly keep: (file: string, read: Read) => void;
  readonly of: (file: string) => Read | undefined;
}

/** As many as a thread may read between a report and the workbook beside it in the same folder. */
const MOST = 6;

export function lastRead<Read>(): LastRead<Read> {
  const kept = new Map<string, Read>();
  return {
    keep: (file, read) => {
      kept.delete(file);
      kept.set(file, read);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    of: (file) => kept.get(file),
  };
}
