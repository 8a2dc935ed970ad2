import { yearIn } from "../proofread/book";
import { officeOf } from "../proofread/whose-text";
import { canon } from "../text/canon";
import { maySameOffice } from "../text/same-office";
import type { Recognised } from "../workbook/recognised";
import type { OpenedReport } from "./open-report";

/** Whose budget something is, and of which year. */
export type Identity = Pick<Recognised, "organisation" | "year">;

/** Whose a report is, as its tables say; where none was understood, as its words do. */
export function reportIdentity({ lines }: Pick<OpenedReport, "lines">, { tables, organisation, year }: Recognised): Identity {
  if (tables.size > 0) return { organisation, year };
  const prose = lines.flatMap(({ text, tableRow }) => (tableRow === null ? [{ text: text.replace(/\s+/g, "") }] : []));
  return { organisation: officeOf(prose), year: yearIn(prose) };
}

/** Whether a report and a workbook are of one organisation and year: only what both of them name can agree. */
export function belongTogether(report: Identity, workbook: Identity): boolean {
  if (report.organisation === null || workbook.organisation === null) return false;
  const [one, other] = [canon(report.organisation), canon(workbook.organisation)];
  return report.year !== null && report.year === workbook.year && maySameOffice(one, other);
}

/** "示例局2026年", for a question about it. */
export const identityWords = ({ organisation, year }: Identity): string =>
  organisation === null && year === null
    ? "没有写明单位和年度"
    : `${organisation ?? "没有写明单位，"}${year === null ? "没有写明年度" : `${String(year)}年`}`;
