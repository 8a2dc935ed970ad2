import { withNote, type ReviewNotes } from "../../checks/notes";
import type { Finding } from "../../checks/report";
import { keptIn, placeOf, saysOf } from "../../render/findings-kept";
import type { PlainWorkbook } from "../../workbook/plain";

/**
 * 审核说明 that were typed on the 审核结果 sheet itself, taken in among the others. A row speaks of a finding where rule, cell
 * and words are the same, and with them the figures. What was written or taken back in the pane stays as it is.
 */
export function withTyped(notes: ReviewNotes, workbook: PlainWorkbook, findings: readonly Finding[], now: string): ReviewNotes {
  const { rows } = keptIn(workbook);
  return findings.reduce((known, finding) => {
    const row = rows.find(
      ({ note, rule, place, message }) => note !== "" && rule === finding.id && place === placeOf(finding) && message === saysOf(finding),
    );
    return row && !Object.hasOwn(known, finding.key) ? withNote(known, finding, row.note, now) : known;
  }, notes);
}
