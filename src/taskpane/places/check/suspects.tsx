import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { Cause } from "../../../checks/cause";
import { incompleteWords, type CheckReport, type Suspect } from "../../../checks/report";
import { useCommands, usePane, usePaneState } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";
import { spoken } from "../../../checks/figure-words";

/** 先改这一处: one cause behind many findings, those folded beneath; then 最可能是这一格: the fewest cells for the rest. */
export function Suspects({ report }: { report: CheckReport }): JSX.Element | null {
  const suspects = report.suspects.filter(({ ofCause }) => ofCause !== true);
  if (report.causes.length === 0 && suspects.length === 0 && !report.suspectsIncomplete) return null;
  return (
    <section className="suspects" aria-labelledby="suspects-title">
      <h2 id="suspects-title">{report.causes.length > 0 ? "先改这一处" : suspects.length > 0 ? "最可能是这一格" : "没有推算出是哪一格"}</h2>
      {report.causes.map((cause) => (
        <CauseCard key={cause.message} cause={cause} report={report} />
      ))}
      {report.causes.length > 0 && suspects.length > 0 && <h2>其余的，最可能是这一格</h2>}
      {suspects.map((suspect) => (
        <SuspectCard key={`${suspect.sheet}!${address(suspect)}`} suspect={suspect} report={report} />
      ))}
      {report.suspectsIncomplete && <p className="hint">{incompleteWords(report)}</p>}
    </section>
  );
}

function CauseCard({ cause, report }: { cause: Cause; report: CheckReport }): JSX.Element {
  const [first] = cause.cells;
  return (
    <div className="suspect">
      {first && (
        <CellLink cells={cause.cells} className="suspect-cell">
          <span className="where">
            {first.sheet}!{address(first)}
            {cause.cells.length > 1 ? " 等" : ""}
          </span>
        </CellLink>
      )}
      <p>
        {cause.message}
        {cause.advice}
      </p>
      <Explained keys={cause.explains} report={report} />
    </div>
  );
}

function SuspectCard({ suspect, report }: { suspect: Suspect; report: CheckReport }): JSX.Element {
  const { repair, vouchFor } = useCommands();
  const { from, to } = spoken(suspect);
  const fixed = usePaneState((state) => state.work !== null || state.analysis?.stale === true);
  const isWorkbook = usePaneState((state) => state.report === null);
  const where = `${suspect.sheet}!${address(suspect)}`;
  return (
    <div className="suspect">
      <CellLink cells={[suspect]} className="suspect-cell">
        {suspect.what !== "" && <span className="suspect-what">{suspect.what}</span>}
        <span className="where">{where}</span>
        <span className="figures">
          <s>{from}</s>
          {to !== "" && (
            <>
              {" "}
              → <b>{to}</b>
            </>
          )}
        </span>
      </CellLink>
      <p>{suspect.message}</p>
      {isWorkbook && (
        <div className="buttons">
          {suspect.entry !== undefined && (
            <Button size="small" appearance="primary" disabled={fixed} onClick={() => void repair(suspect)}>
              改成 {to}
            </Button>
          )}
          <Button size="small" disabled={fixed} onClick={() => void vouchFor(suspect)} aria-label={`不是这一格：${where}`}>
            不是这一格
          </Button>
        </div>
      )}
      <Explained keys={suspect.explains} report={report} />
    </div>
  );
}

/** The findings that one slip explains, folded. */
function Explained({ keys, report }: { keys: readonly string[]; report: CheckReport }): JSX.Element | null {
  const { store } = usePane();
  const known = new Set(keys);
  const explained = report.findings.filter(({ key }) => known.has(key));
  if (explained.length === 0) return null;
  return (
    <Fold title={`由它引起的 ${String(explained.length)} 处不符`}>
      <ul className="plain-list">
        {explained.map((finding) => (
          <li key={finding.key}>
            <button type="button" className="text-button" onClick={() => store.dispatch({ type: "unfolded", key: finding.key })}>
              {finding.formula}
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
