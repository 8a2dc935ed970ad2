import { withNote, type ReviewNotes } from "../../checks/notes";
import { fullAddress } from "../../amount/cell-ref";
import type { Finding } from "../../checks/report";
import { keptIn } from "../../render/findings-kept";
import { FINDINGS_SHEET, SIGNATURE } from "../../render/findings-sheet";
import type { PlainWorkbook } from "../../workbook/plain";

/**
 * 审核说明 that were typed on the 审核结果 sheet itself, taken in among the others. A row speaks of a finding where rule, cell
 * and words are the same, and with them the figures. What was written or taken back in the pane stays as it is.
 */
export function withTyped(notes: ReviewNotes, workbook: PlainWorkbook, findings: readonly Finding[], now: string): ReviewNotes {
  const { rows } = keptIn(workbook, FINDINGS_SHEET, SIGNATURE);
  return findings.reduce((known, finding) => {
    const [first] = finding.cells;
    const place = first ? fullAddress(first) : "";
    const row = rows.find(
      (one) => one.note !== "" && one.rule === finding.id && one.place === place && one.message === finding.message + finding.advice,
    );
    return row && !Object.hasOwn(known, finding.key) ? withNote(known, finding, row.note, now) : known;
  }, notes);
}
