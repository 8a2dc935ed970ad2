import { Button } from "@fluentui/react-components";
import { Dismiss16Regular, ErrorCircle20Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { usePane, usePaneState } from "../pane-context";

/** What went wrong and what to do about it. */
export function ProblemBar(): JSX.Element | null {
  const problem = usePaneState((state) => state.problem);
  const { store } = usePane();
  if (!problem) return null;
  return (
    <div className="problem-bar" role="alert">
      <ErrorCircle20Filled aria-hidden />
      <div>
        <strong>{problem.doing}没有完成</strong>
        <p>{problem.message}</p>
      </div>
      <Button
        size="small"
        appearance="transparent"
        aria-label="关闭提示"
        icon={<Dismiss16Regular />}
        onClick={() => store.dispatch({ type: "dismissed" })}
      />
    </div>
  );
}
