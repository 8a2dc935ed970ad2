import { basename } from "node:path";
import { isArchive, whyNotRead } from "../hosts/file/archive";
import { readBytes, readReportBytes, readWorkbookBytes } from "../hosts/file/node";
import { isReportFile } from "../hosts/file/report-file";
import { accountOf, type FileAccount } from "../hosts/file/saved-at";
import { openReport, type OpenedReport } from "../review/open-report";
import type { PlainWorkbook } from "../workbook/plain";

/** A file to be checked: a workbook, or a finished report with its tables as one. */
export interface OpenedFile extends FileAccount {
  readonly bytes: Uint8Array;
  readonly workbook: PlainWorkbook;
  readonly printed: OpenedReport | null;
}

/** Opens a file by what it holds. Throws `DoorProblem`. */
export async function openFile(path: string, onProgress?: (done: number) => void): Promise<OpenedFile> {
  const bytes = readBytes(path);
  const account = accountOf(bytes);
  if (isArchive(bytes, path)) throw whyNotRead(bytes, basename(path));
  if (!isReportFile(bytes, path)) return { bytes, ...account, workbook: await readWorkbookBytes(bytes, path), printed: null };
  const printed = openReport(await readReportBytes(bytes, path, onProgress));
  return { bytes, ...account, workbook: printed.workbook, printed };
}
