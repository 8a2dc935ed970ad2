import type { JSX } from "react";
import { dutySummary } from "../../../render/review-sheets";
import { DUTY_STATES, type DutyLine } from "../../../review/duties";
import { useCommands, usePaneState } from "../../pane-context";
import { Fold } from "../../parts/fold";

/** What a published budget must contain, one line each; what no machine can tell has a box to tick. */
export function Duties({ duties }: { duties: readonly DutyLine[] }): JSX.Element {
  const { tickDuty } = useCommands();
  const ticks = usePaneState((state) => state.ticks);
  return (
    <section className="card">
      <Fold
        title={
          <>
            <span className="fold-title">公开清单</span>
            <span className="about-line">{dutySummary(duties)}</span>
          </>
        }
      >
        <ol className="plain-list duties">
          {duties.map((duty) => (
            <li key={duty.number} className={`duty duty-${duty.state}`}>
              <label>
                <span className="duty-state">{DUTY_STATES[duty.state]}</span>
                {duty.state === "byHand" && (
                  <input
                    type="checkbox"
                    aria-label={`已人工核对：${duty.words}`}
                    checked={ticks.includes(duty.number)}
                    onChange={(event) => tickDuty(duty.number, event.target.checked)}
                  />
                )}
                <span>{duty.words}</span>
              </label>
              {duty.where !== "" && <p>{duty.where}</p>}
              <p className="hint">依据：{duty.ground}</p>
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  );
}
