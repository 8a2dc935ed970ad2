import type { JSX } from "react";
import type { ReviewNote } from "../../../checks/notes";
import type { Finding } from "../../../checks/report";
import { usePaneState } from "../../pane-context";
import { Reasons } from "../../parts/reasons";
import { Arithmetic } from "./arithmetic";
import { NoteEditor } from "./note-editor";
import { PeekTable } from "./peek-table";

/** Both sides with every addend, the rule in words, why, what to do, and the 审核说明. */
export function FindingDetail({
  finding,
  note,
  lapsed,
}: {
  finding: Finding;
  note: ReviewNote | null;
  lapsed: ReviewNote | null;
}): JSX.Element {
  return (
    <div className="finding-detail">
      <p className="formula">
        {finding.formula} <span className="rule-id">规则 {finding.id}</span>
      </p>
      <Arithmetic finding={finding} />
      <Reasons why={finding.why} advice={finding.advice} />
      <OtherSide finding={finding} />
      {finding.verdict === "broken" && <NoteEditor key={finding.key} finding={finding} note={note} lapsed={lapsed} />}
    </div>
  );
}

/** The side that lies on another sheet than the one gone to, as an excerpt. */
function OtherSide({ finding }: { finding: Finding }): JSX.Element | null {
  const workbook = usePaneState((state) => state.workbook);
  const [first] = finding.cells;
  const other = finding.cells.find((cell) => cell.side !== first?.side && cell.sheet !== first?.sheet);
  return workbook && other ? <PeekTable workbook={workbook} cell={other} /> : null;
}
