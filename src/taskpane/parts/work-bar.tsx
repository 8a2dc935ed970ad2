import { Button, ProgressBar } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../pane-context";

/** What is under way; its style keeps it hidden for the first 300 ms, so that quick work does not flicker. */
export function WorkBar(): JSX.Element | null {
  const work = usePaneState((state) => state.work);
  const { cancel } = useCommands();
  if (!work) return null;
  return (
    <div className="work-bar">
      <ProgressBar aria-label={work.label} {...(work.done !== null && { value: work.done })} />
      <div className="work-line">
        <span>{work.label}</span>
        {work.cancellable && (
          <Button size="small" appearance="subtle" onClick={cancel}>
            取消
          </Button>
        )}
      </div>
    </div>
  );
}
