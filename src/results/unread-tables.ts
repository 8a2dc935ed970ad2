import type { Recognised } from "../workbook/recognised";
import type { OpenedReport } from "../review/open-report";

/** What of a report no check looked at, and why: tables that are none of the disclosure tables, and what could not be read. */
export function unreadTables(
  { report, sheets }: OpenedReport,
  recognised: Recognised,
): readonly { readonly sheet: string; readonly reason: string }[] {
  const used = new Set([...recognised.tables.values()].map(({ sheet }) => sheet.name));
  const tables = [...sheets.places.keys()].filter((name) => !used.has(name)).map((sheet) => ({ sheet, reason: "没有认出是哪一张公开表" }));
  const rest = report.unread.map(({ what, paragraph, page }) => ({
    sheet: page === null ? `第${String(paragraph)}段后` : `第${String(page)}页`,
    reason: `${what}，没有读`,
  }));
  return [...tables, ...rest];
}
