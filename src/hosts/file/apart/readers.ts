import { DoorProblem } from "../../door";
import type { Report } from "../../../report/report";
import type { PdfAssets } from "../read-pdf";
import { readReport } from "../read-report";
import { parseWorkbook, type ParsedWorkbook } from "../read-workbook";

/** What can be read apart, by kind. */
export interface ReadResults {
  readonly workbook: ParsedWorkbook;
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

/** Reads one file; never throws. `assets`: what reading a PDF needs, from where the thread runs. */
export async function answerRead({ kind, bytes, name }: ReadTask, assets: () => Promise<PdfAssets>): Promise<ReadAnswer> {
  try {
    return { result: kind === "workbook" ? await parseWorkbook(bytes, name) : await readReport(bytes, name, { assets: await assets() }) };
  } catch (cause) {
    return cause instanceof DoorProblem ? { problem: cause.message, kind: cause.kind } : { problem: String(cause), kind: null };
  }
}
