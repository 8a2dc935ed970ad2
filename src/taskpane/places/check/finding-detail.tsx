import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { ReviewNote } from "../../../checks/notes";
import type { Finding, FindingCell } from "../../../checks/report";
import { usePaneState } from "../../pane-context";
import { Reasons } from "../../parts/reasons";
import { differenceWords, figureWords } from "../../../checks/figure-words";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";
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
  const sides = (["left", "right"] as const).map((side) => ({
    side,
    cells: finding.cells.filter((cell) => cell.side === side),
    total: finding[side],
  }));
  return (
    <div className="finding-detail">
      <p className="formula">
        {finding.formula} <span className="rule-id">规则 {finding.id}</span>
      </p>
      <div className="sides">
        {sides.map(
          ({ side, cells, total }) =>
            (cells.length > 0 || total !== null) && (
              <Side key={side} title={side === "left" ? "左边" : "右边"} cells={cells} total={total} />
            ),
        )}
        {finding.difference !== null && (
          <div className="difference">
            <span>差额</span>
            <b>{differenceWords(finding.difference)}</b>
          </div>
        )}
      </div>
      <Reasons why={finding.why} advice={finding.advice} />
      <OtherSide finding={finding} />
      {finding.verdict === "broken" && <NoteEditor key={finding.key} finding={finding} note={note} lapsed={lapsed} />}
    </div>
  );
}

const FEW = 6;

function Side({ title, cells, total }: { title: string; cells: readonly FindingCell[]; total: string | null }): JSX.Element {
  const lines = (
    <ul className="plain-list addends">
      {cells.map((cell) => (
        <Addend key={`${cell.sheet} ${address(cell)} ${cell.sign}`} cell={cell} />
      ))}
    </ul>
  );
  return (
    <div className="side">
      <div className="side-total">
        <span>{title}</span>
        <b>{total === null ? "—" : figureWords(total)}</b>
      </div>
      {cells.length > FEW ? <Fold title={`${cells.length} 个加数`}>{lines}</Fold> : lines}
    </div>
  );
}

function Addend({ cell }: { cell: FindingCell }): JSX.Element {
  const words = [cell.rowLabel, cell.columnLabel].filter((word) => word !== "").join(" · ");
  return (
    <li>
      <CellLink cells={[cell]} className="addend">
        <span className="where">
          {cell.table === null ? cell.sheet : `表${cell.table}`}!{address(cell)}
        </span>
        <span className="words">{words}</span>
        <span className="amount">
          {cell.sign < 0 ? "−" : ""}
          {cell.value === "" ? "空白" : figureWords(cell.value)}
        </span>
      </CellLink>
    </li>
  );
}

/** The side that lies on another sheet than the one gone to, as an excerpt. */
function OtherSide({ finding }: { finding: Finding }): JSX.Element | null {
  const workbook = usePaneState((state) => state.workbook);
  const [first] = finding.cells;
  const other = finding.cells.find((cell) => cell.side !== first?.side && cell.sheet !== first?.sheet);
  return workbook && other ? <PeekTable workbook={workbook} cell={other} /> : null;
}
