import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { fullAddress } from "../../../amount/cell-ref";
import { useCommands, usePaneState } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";

/** What was done at the user's word since the workbook was opened: cells written into, and cells found right. Each can be taken back. */
export function ByHand(): JSX.Element | null {
  const { takeBack, doubtAgain } = useCommands();
  const repairs = usePaneState((state) => state.repairs);
  const vouchedFor = usePaneState((state) => state.choices.vouchedFor ?? NONE);
  const busy = usePaneState((state) => state.work !== null);
  if (repairs.length + vouchedFor.length === 0) return null;
  return (
    <section className="card" aria-label="已处理">
      {repairs.length > 0 && (
        <ul className="plain-list by-hand">
          {repairs.map((repair, index) => (
            <li key={repairs.length - index}>
              <CellLink cells={[repair.written]} className="suspect-cell">
                <span className="suspect-what">已改 {repair.what}</span>
                <span className="where">{fullAddress(repair.written)}</span>
                <span className="figures">
                  <s>{repair.from}</s> → <b>{repair.to}</b>
                </span>
              </CellLink>
              <Button size="small" disabled={busy} onClick={() => void takeBack(repair)} aria-label={`撤回 ${fullAddress(repair.written)}`}>
                撤回
              </Button>
            </li>
          ))}
        </ul>
      )}
      {vouchedFor.length > 0 && (
        <Fold title={`看过没有错的 ${String(vouchedFor.length)} 格`}>
          <ul className="plain-list by-hand">
            {vouchedFor.map((cell) => (
              <li key={fullAddress(cell)}>
                <CellLink cells={[cell]} />
                <Button size="small" disabled={busy} onClick={() => void doubtAgain(cell)} aria-label={`重新核对 ${fullAddress(cell)}`}>
                  重新核对
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

const NONE: readonly never[] = [];
