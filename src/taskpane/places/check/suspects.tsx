import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { CheckReport, Suspect } from "../../../checks/report";
import { usePane } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";

/** 最可能是这一格: the fewest cells whose change would clear what does not agree. */
export function Suspects({ report }: { report: CheckReport }): JSX.Element | null {
  if (report.suspects.length === 0) return null;
  return (
    <section className="suspects" aria-labelledby="suspects-title">
      <h2 id="suspects-title">最可能是这一格</h2>
      {report.suspects.map((suspect) => <SuspectCard key={`${suspect.sheet}!${address(suspect)}`} suspect={suspect} report={report} />)}
      {report.suspectsIncomplete && <p className="hint">不符较多，没有推算完；先改这几格，再校验一次。</p>}
    </section>
  );
}

function SuspectCard({ suspect, report }: { suspect: Suspect; report: CheckReport }): JSX.Element {
  const { store } = usePane();
  const explained = report.findings.filter((finding) => suspect.explains.includes(finding.key));
  return (
    <div className="suspect">
      <CellLink cells={[suspect]} className="suspect-cell">
        <span className="where">{suspect.sheet}!{address(suspect)}</span>
        <span className="figures">
          <s>{suspect.value === "" ? "空白" : suspect.value}</s>
          {suspect.expected !== null && <> → <b>{suspect.expected}</b></>}
        </span>
      </CellLink>
      <p>{suspect.message}</p>
      {explained.length > 0 && (
        <Fold title={`由它引起的 ${explained.length} 处不符`}>
          <ul className="plain-list">
            {explained.map((finding) => (
              <li key={finding.key}>
                <button type="button" className="text-button" onClick={() => store.dispatch({ type: "unfolded", key: finding.key })}>{finding.formula}</button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
