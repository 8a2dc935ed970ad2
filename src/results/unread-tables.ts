import type { Recognised } from "../workbook/recognised";
import type { OpenedReport } from "../review/open-report";

/** Held against the words, figure by figure: what of them could not be proved is said there. */
const IS_PERFORMANCE = /绩效目标(?:申报)?表/;

/** What of a report no check looked at, and why: tables that are none of the disclosure tables, and what could not be read. */
export function unreadTables(
  { report, sheets }: OpenedReport,
  recognised: Recognised,
): readonly { readonly sheet: string; readonly reason: string }[] {
  const used = new Set([...recognised.tables.values()].map(({ sheet }) => sheet.name));
  const tables = [...sheets.places.keys()]
    .filter((name) => !used.has(name) && !IS_PERFORMANCE.test(name))
    .map((sheet) => ({ sheet, reason: "没有认出是哪一张公开表" }));
  const rest = report.unread.map(({ what, paragraph, page }) => ({
    sheet: page === null ? `第${String(paragraph)}段后` : `第${String(page)}页`,
    reason: `${what}，没有读`,
  }));
  return [...tables, ...rest];
}
