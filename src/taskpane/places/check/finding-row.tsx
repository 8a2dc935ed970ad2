import { ChevronRight16Regular, Comment16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type JSX } from "react";
import type { ReviewNote } from "../../../checks/notes";
import type { Finding } from "../../../checks/report";
import { useCommands, usePane, usePaneState } from "../../pane-context";
import { LevelMark } from "../../parts/level-mark";
import { type Level } from "../../../checks/level";
import { FindingDetail } from "./finding-detail";

interface Given {
  readonly finding: Finding;
  readonly level: Level;
  readonly open: boolean;
  readonly note: ReviewNote | null;
  readonly lapsed: ReviewNote | null;
}

/** One finding: what is wrong in one line; pressing it goes to the cell and unfolds both sides. */
export function FindingRow({ finding, level, open, note, lapsed }: Given): JSX.Element {
  const { store } = usePane();
  const { goTo } = useCommands();
  const head = useRef<HTMLButtonElement>(null);
  const lands = usePaneState((state) => state.landing === finding.key);
  useEffect(() => {
    // What is folded away takes no keyboard: then the finding is opened in the list.
    if (!lands) return;
    head.current?.focus({ preventScroll: true });
    if (document.activeElement === head.current) store.dispatch({ type: "landed" });
  }, [lands, store]);
  const press = (): void => {
    store.dispatch({ type: "unfolded", key: open ? null : finding.key });
    if (!open) void goTo(sideCells(finding));
  };
  return (
    <article className={`finding finding-${level}${open ? " finding-open" : ""}`} data-rule={finding.id}>
      <button ref={head} type="button" className="finding-head" aria-expanded={open} onClick={press}>
        <span className="finding-line">
          <LevelMark level={level} />
          {note && (
            <span className="noted">
              <Comment16Regular aria-hidden />
              已说明
            </span>
          )}
          {lapsed && (
            <span className="noted lapsed">
              <Comment16Regular aria-hidden />
              说明已失效
            </span>
          )}
          <ChevronRight16Regular aria-hidden className="chevron" />
        </span>
        <span className="finding-message">{finding.message}</span>
      </button>
      {open && <FindingDetail finding={finding} note={note} lapsed={lapsed} />}
    </article>
  );
}

/** The cells of the first side that lies on one sheet: what pressing the finding selects. */
export function sideCells(finding: Finding): Finding["cells"] {
  const [first] = finding.cells;
  return first ? finding.cells.filter((cell) => cell.side === first.side && cell.sheet === first.sheet) : [];
}
