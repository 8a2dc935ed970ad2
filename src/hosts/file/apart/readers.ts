import { DoorProblem } from "../../door";
import type { Report } from "../../../report/report";
import type { PdfAssets } from "../read-pdf";
import type { OpenedFile } from "../../sheet/opened";
import { parseWorkbook, type ParsedWorkbook } from "../read-workbook";

/** What can be read apart, by kind. */
export interface ReadResults {
  readonly workbook: ParsedWorkbook;
  /** For the workbench's spreadsheet: with how it looks. */
  readonly spreadsheet: Pick<OpenedFile, "workbook" | "look">;
  readonly report: Report;
}
export type ReaderKind = keyof ReadResults;
export type ReadResult<Kind extends ReaderKind> = ReadResults[Kind];

/** One file to be read by the thread. */
export interface ReadTask {
  readonly kind: ReaderKind;
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** `kind`: of a `DoorProblem`, whose class does not cross between threads; null for a fault of the reader itself. */
export type ReadAnswer = { readonly result: unknown } | { readonly problem: string; readonly kind: DoorProblem["kind"] | null };

/** What a thread says: its answer, and before it how much is done, 0..1. */
export type ReadMessage = ReadAnswer | { readonly progress: number };

type Assets = () => Promise<PdfAssets>;

const read: {
  readonly [Kind in ReaderKind]: (
    bytes: Uint8Array,
    name: string,
    assets: Assets,
    onProgress?: (done: number) => void,
  ) => Promise<ReadResult<Kind>>;
} = {
  workbook: (bytes, name) => parseWorkbook(bytes, name),
  spreadsheet: async (bytes, name) => {
    const { workbook } = await parseWorkbook(bytes, name);
    const { readLook } = await import("../../sheet/look/read-look");
    return { workbook, look: await readLook(bytes, name, workbook) };
  },
  report: async (bytes, name, assets, onProgress) => {
    const { readReport } = await import("../read-report");
    return readReport(bytes, name, { assets: await assets(), onProgress });
  },
};

/** Reads one file; never throws. `assets`: what reading a PDF needs, from where the thread runs. */
export async function answerRead(
  { kind, bytes, name }: ReadTask,
  assets: Assets,
  onProgress?: (done: number) => void,
): Promise<ReadAnswer> {
  try {
    return { result: await read[kind](bytes, name, assets, onProgress) };
  } catch (cause) {
    return cause instanceof DoorProblem ? { problem: cause.message, kind: cause.kind } : { problem: String(cause), kind: null };
  }
}
