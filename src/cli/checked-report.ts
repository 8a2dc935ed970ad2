import { dutySummary } from "../render/review-sheets";
import { DUTY_STATES, dutyLines, type DutyState } from "../review/duties";
import type { OpenedReport } from "../review/open-report";
import type { Review } from "../review/review";
import { proofreadText } from "./proofread-text";
import { oneLine, paint, type Terminal } from "./terminal";

/** The states that ask something of the reader. */
const TO_DO: readonly DutyState[] = ["missing", "faulty", "byHand"];

/** What a report has beside its tables: its words, and what it must contain. */
export function checkedText(terminal: Pick<Terminal, "colour">, file: string, opened: OpenedReport, review: Review): string {
  const duties = dutyLines(opened, review);
  const listed = duties
    .filter(({ state }) => TO_DO.includes(state))
    .map(({ state, words, where }) => `  ${DUTY_STATES[state]}  ${words}${where === "" ? "" : `：${oneLine(where)}`}`);
  return `${proofreadText(terminal, { file: null, text: file }, review.proof, opened.lines)}${paint(terminal, "bold", `公开清单，${dutySummary(duties)}`)}\n${listed.map((line) => `${line}\n`).join("")}`;
}
