import { settleNotes } from "../../checks/notes";
import { keptIn } from "../../render/findings-kept";
import { findingsSheet } from "../../render/findings-sheet";
import type { PlainWorkbook } from "../../workbook/plain";
import type { SheetDraft } from "../../workbook/draft";
import { headlineOf } from "../store/headline";
import type { State } from "../store/state";
import { VERSION } from "../version";

/**
 * What was found as a sheet: to be written into the workbook, printed, or saved as a page. null while nothing was checked.
 * @param workbook as it is now; what its 审核结果 sheet holds (审核人, 日期, what was wrong before) goes along.
 */
export function findingsDraft(state: State, workbook: PlainWorkbook | null = state.workbook): SheetDraft | null {
  const { analysis, notes, bookName } = state;
  const headline = headlineOf(state);
  if (!analysis || !headline) return null;
  const { report, overview, at } = analysis;
  return findingsSheet({
    report,
    notes: settleNotes(notes, report.findings),
    headline,
    about: { name: bookName ?? "", organisation: overview.organisation, year: overview.year, checkedAt: new Date(at), version: VERSION },
    ...(workbook && { kept: keptIn(workbook) }),
  });
}
