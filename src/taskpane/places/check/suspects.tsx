import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { Blame, Blamed } from "../../../checks/blame";
import type { Cause } from "../../../checks/cause";
import { spoken } from "../../../checks/figure-words";
import type { SettledNotes } from "../../../checks/notes";
import { incompleteWords, type CheckReport, type Finding, type Suspect } from "../../../checks/report";
import { useCommands, usePaneState } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";
import { levelOf } from "../../../checks/level";
import { FindingRow } from "./finding-row";

interface Given {
  readonly report: CheckReport;
  readonly blame: Blame;
  readonly notes: SettledNotes;
}

/** 先改这一处: one cause behind many findings, those folded beneath; then 最可能是这一格: the fewest cells for the rest. */
export function Suspects({ report, blame: { causes, suspects }, notes }: Given): JSX.Element | null {
  if (causes.length === 0 && suspects.length === 0 && !report.suspectsIncomplete) return null;
  return (
    <section className="suspects" aria-labelledby="suspects-title">
      <h2 id="suspects-title">{causes.length > 0 ? "先改这一处" : suspects.length > 0 ? "最可能是这一格" : "没有推算出是哪一格"}</h2>
      {causes.map((blamed) => (
        <CauseCard key={blamed.of.message} blamed={blamed} notes={notes} />
      ))}
      {causes.length > 0 && suspects.length > 0 && <h2>其余的，最可能是这一格</h2>}
      {suspects.map((blamed) => (
        <SuspectCard key={`${blamed.of.sheet}!${address(blamed.of)}`} blamed={blamed} notes={notes} />
      ))}
      {report.suspectsIncomplete && <p className="hint">{incompleteWords(report)}</p>}
    </section>
  );
}

function CauseCard({ blamed: { of: cause, findings }, notes }: { blamed: Blamed<Cause>; notes: SettledNotes }): JSX.Element {
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
      <Explained findings={findings} notes={notes} />
    </div>
  );
}

function SuspectCard({ blamed: { of: suspect, findings }, notes }: { blamed: Blamed<Suspect>; notes: SettledNotes }): JSX.Element {
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
      <Explained findings={findings} notes={notes} />
    </div>
  );
}

/** One slip may explain hundreds; the rest of them is a press on 不符 away. */
const SHOWN = 20;

/** The findings that one slip explains, folded: they are gone once it is mended. */
function Explained({ findings, notes }: { findings: readonly Finding[]; notes: SettledNotes }): JSX.Element | null {
  const open = usePaneState((state) => state.openFinding);
  if (findings.length === 0) return null;
  return (
    <Fold title={`由它引起的 ${String(findings.length)} 处不符`}>
      {findings.slice(0, SHOWN).map((finding) => (
        <FindingRow
          key={finding.key}
          finding={finding}
          level={levelOf(finding)}
          open={finding.key === open}
          note={notes.standing.get(finding.key) ?? null}
          lapsed={notes.lapsed.get(finding.key) ?? null}
        />
      ))}
      {findings.length > SHOWN && <p className="hint">其余 {findings.length - SHOWN} 处，按上面的“不符”可以逐条看。</p>}
    </Fold>
  );
}
