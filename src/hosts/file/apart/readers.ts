import { DoorProblem } from "../../door";
import { parseWorkbook } from "../read-workbook";
import { readNarrativeText } from "../text";

/** What can be read apart, by kind; each takes a file's bytes and its name, and throws `DoorProblem`. */
const READERS = { workbook: parseWorkbook, text: readNarrativeText } as const;

export type ReaderKind = keyof typeof READERS;
export type ReadResult<Kind extends ReaderKind> = Awaited<ReturnType<(typeof READERS)[Kind]>>;

/** One file to be read by the thread. */
export interface ReadTask {
  readonly kind: ReaderKind;
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** `kind`: of a `DoorProblem`, whose class does not cross between threads; null for a fault of the reader itself. */
export type ReadAnswer = { readonly result: unknown } | { readonly problem: string; readonly kind: DoorProblem["kind"] | null };

/** Reads one file; never throws. */
export async function answerRead({ kind, bytes, name }: ReadTask): Promise<ReadAnswer> {
  try {
    return { result: await READERS[kind](bytes, name) };
  } catch (cause) {
    return cause instanceof DoorProblem ? { problem: cause.message, kind: cause.kind } : { problem: String(cause), kind: null };
  }
}
