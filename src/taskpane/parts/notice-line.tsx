import type { JSX } from "react";
import { usePaneState } from "../pane-context";

/** The last thing that was done, shown small and read aloud. */
export function NoticeLine(): JSX.Element {
  const notice = usePaneState((state) => state.notice);
  const work = usePaneState((state) => state.work?.label ?? null);
  return (
    <div className="notice-line" role="status" aria-live="polite">
      {notice ?? <span className="unseen">{work ?? ""}</span>}
    </div>
  );
}
