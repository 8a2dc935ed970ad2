import { readBytes, readReportBytes, readWorkbookBytes } from "../hosts/file/node";
import { isReportFile } from "../hosts/file/read-report";
import { statedSheet } from "../inputs/stated";
import { paragraphsIn, type Report } from "../report/report";
import { reportSheets, type ReportSheets } from "../report/sheets";
import type { PlainWorkbook } from "../workbook/plain";

/** A file to be checked: a workbook, or a finished report with its tables as one. */
export interface OpenedFile {
  readonly workbook: PlainWorkbook;
  readonly printed: { readonly report: Report; readonly sheets: ReportSheets } | null;
}

/** A report's tables as a workbook, with what its prose states of things counted. */
function openReport(report: Report): OpenedFile {
  const sheets = reportSheets(report);
  const stated = statedSheet(paragraphsIn(report).map(({ text }) => text));
  return {
    workbook: { ...sheets.workbook, sheets: [...sheets.workbook.sheets, ...(stated ? [stated] : [])] },
    printed: { report, sheets },
  };
}

/** Opens a file by what it holds. Throws `DoorProblem`. */
export async function openFile(path: string): Promise<OpenedFile> {
  const bytes = await readBytes(path);
  if (await isReportFile(bytes)) return openReport(await readReportBytes(bytes, path));
  return { workbook: await readWorkbookBytes(bytes, path), printed: null };
}
