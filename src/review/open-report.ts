import { openBook, type Book } from "../book/open";
import { noInputs } from "../inputs/read";
import { statedSheet } from "../inputs/stated";
import { paragraphsIn, tablesIn, type Report } from "../report/report";
import type { Against } from "../proofread/book";
import { reportSheets, type ReportSheets } from "../report/sheets";
import { reportText, type ReportLine } from "../report/text";
import type { PlainWorkbook } from "../workbook/plain";
import type { Choices } from "../workbook/recognised";

/** A finished report in hand: its tables as a workbook, and its lines as proofreading takes them. */
export interface OpenedReport {
  readonly report: Report;
  readonly sheets: ReportSheets;
  readonly lines: readonly ReportLine[];
  /** The tables, with what the prose states of things counted: what `check` is run on. */
  readonly workbook: PlainWorkbook;
  /** By sheet name, row and column: the number of its line, from 0. */
  readonly lineOf: (sheet: string, row: number) => number | null;
}

export function openReport(report: Report): OpenedReport {
  const sheets = reportSheets(report);
  const lines = reportText(report);
  const stated = statedSheet(paragraphsIn(report).map(({ text }) => text));
  const tables = tablesIn(report);
  const byRow = new Map(
    lines.flatMap(({ tableRow }, index) => (tableRow ? [[`${String(tableRow.table)} ${String(tableRow.row)}`, index] as const] : [])),
  );
  return {
    report,
    sheets,
    lines,
    workbook: { ...sheets.workbook, sheets: [...sheets.workbook.sheets, ...(stated ? [stated] : [])] },
    lineOf: (sheet, row) => {
      const place = sheets.places.get(sheet);
      if (!place) return null;
      const paragraph = row < 0 ? place.above.at(row) : place.below[row - place.table.rows.length];
      if (row >= 0 && row < place.table.rows.length) return byRow.get(`${String(tables.indexOf(place.table))} ${String(row)}`) ?? null;
      const index = lines.findIndex((line) => line.tableRow === null && line.paragraph === paragraph?.paragraph);
      return index < 0 ? null : index;
    },
  };
}

/** The report's tables as a book, with what its prose states of things counted: what `check` is run on. */
export const printedBook = ({ workbook }: OpenedReport, choices: Choices = {}): Book => openBook(workbook, choices);

/** The same tables to hold the report's prose against: without what that prose itself states. A report has no 填报 sheets. */
export const ownBook = ({ recognised }: Book): Against => ({ recognised, inputs: noInputs(), ofReport: true });
