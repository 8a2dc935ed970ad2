import { settleNotes } from "../../checks/notes";
import { keptIn } from "../../render/findings-kept";
import { FINDINGS_SHEET, findingsSheet, SIGNATURE } from "../../render/findings-sheet";
import type { PlainWorkbook } from "../../workbook/plain";
import type { SheetDraft } from "../../workbook/draft";
import { headline } from "../store/headline";
import { ladder, nextRung } from "../store/ladder";
import type { State } from "../store/state";
import { VERSION } from "../version";

/**
 * What was found as a sheet: to be written into the workbook, printed, or saved as a page. null while nothing was checked.
 * @param workbook as it is now; what its 审核结果 sheet holds (审核人, 日期, what was wrong before) goes along.
 */
export function findingsDraft(state: State, workbook: PlainWorkbook | null = state.workbook): SheetDraft | null {
  const { analysis, notes, bookName } = state;
  if (!analysis) return null;
  const { report, overview, at } = analysis;
  const settled = settleNotes(notes, report.findings);
  return findingsSheet({
    report,
    notes: settled,
    headline: headline(overview, report, settled, nextRung(ladder(state))),
    about: { name: bookName ?? "", organisation: overview.organisation, year: overview.year, checkedAt: new Date(at), version: VERSION },
    ...(workbook && { kept: keptIn(workbook, FINDINGS_SHEET, SIGNATURE) }),
  });
}
