import { useEffect, useRef, type JSX, type KeyboardEvent } from "react";
import { fullAddress, type CellRef } from "../../../amount/cell-ref";
import { placeWords, type Remark } from "../../../review/remark";
import { usePane, usePaneState } from "../../pane-context";
import { Quoted } from "../../parts/quoted";
import { CellLink } from "../../parts/cell-link";
import { LevelMark } from "../../parts/level-mark";

/** The remarks, the weightiest first. Pressing one shows its place; arrows go through them. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }): JSX.Element | null {
  const { store } = usePane();
  const chosen = usePaneState((state) => state.remark);
  const paged = usePaneState(({ report, proofSource }) => (report ?? proofSource?.report)?.kind === "pdf");
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  if (remarks.length === 0) return null;
  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = remarks.findIndex(({ key }) => key === chosen);
    const next = remarks[Math.max(0, Math.min(remarks.length - 1, at + by))];
    if (!next) return;
    store.dispatch({ type: "remark", key: next.key });
    list.current?.querySelectorAll<HTMLElement>(".finding-head")[remarks.indexOf(next)]?.focus({ preventScroll: true });
  };
  return (
    <section ref={list} aria-label="核对意见" onKeyDown={step}>
      {remarks.map((remark) => (
        <article
          key={remark.key}
          className={`finding finding-${remark.severity}${remark.key === chosen ? " finding-open remark-on" : ""} lazy-row`}
          {...(remark.key === chosen && { "aria-current": true })}
        >
          <button type="button" className="finding-head" onClick={() => store.dispatch({ type: "remark", key: remark.key })}>
            <span className="finding-line">
              <LevelMark level={remark.severity} />
              <span className="rule-id">{placeWords(remark, paged)}</span>
            </span>
            <Quoted quote={remark.quote} expected={remark.expected} />
            <span className="finding-message">
              {remark.message}
              {remark.key === chosen && remark.advice}
            </span>
          </button>
          {remark.key === chosen && <OwnCells cells={remark.own} />}
          <Consequences remark={remark} open={remark.key === chosen} />
        </article>
      ))}
    </section>
  );
}

/** The workbook's cells, where it is the workbook that is open and the report is only read. */
function OwnCells({ cells }: { cells: readonly CellRef[] }): JSX.Element | null {
  const isOpen = usePaneState(({ report, bookName }) => report === null && bookName !== null);
  if (!isOpen || cells.length === 0) return null;
  return (
    <p className="consequences">
      看工作簿：
      {cells.map((cell) => (
        <CellLink key={fullAddress(cell)} cells={[cell]} />
      ))}
    </p>
  );
}

/** What is gone once the cause is put right: how much, and what, where it is looked at. */
function Consequences({ remark: { consequences }, open }: { remark: Remark; open: boolean }): JSX.Element | null {
  if (consequences.length === 0) return null;
  return (
    <div className="consequences">
      <p className="hint">
        改好这一处，由它引起的 {consequences.length} 条不符就没有了{open ? "：" : ""}
      </p>
      {open && (
        <ul className="plain-list">
          {consequences.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
