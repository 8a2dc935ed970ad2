import { readBytes, readReportBytes, readWorkbookBytes } from "../hosts/file/node";
import { isReportFile } from "../hosts/file/read-report";
import { savedAt } from "../hosts/file/saved-at";
import { openReport, type OpenedReport } from "../review/open-report";
import type { PlainWorkbook } from "../workbook/plain";

/** A file to be checked: a workbook, or a finished report with its tables as one. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly saved: string | null;
  readonly workbook: PlainWorkbook;
  readonly printed: OpenedReport | null;
}

/** Opens a file by what it holds. Throws `DoorProblem`. */
export async function openFile(path: string, onProgress?: (done: number) => void): Promise<OpenedFile> {
  const bytes = readBytes(path);
  const saved = savedAt(bytes);
  if (!isReportFile(bytes)) return { bytes, saved, workbook: await readWorkbookBytes(bytes, path), printed: null };
  const printed = openReport(await readReportBytes(bytes, path, onProgress));
  return { bytes, saved, workbook: printed.workbook, printed };
}
