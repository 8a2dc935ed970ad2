import type { JSX } from "react";
import { usePane, usePaneState } from "../pane-context";

/** What is to be known of the open workbook, until it is waved away. */
export function CautionBars(): JSX.Element {
  const cautions = usePaneState((state) => state.cautions);
  const { store } = usePane();
  return (
    <>
      {cautions.map((words) => (
        <div key={words} className="caution-bar" role="note">
          <p>{words}</p>
          <button type="button" className="bar-button" onClick={() => store.dispatch({ type: "wavedAway", words })}>
            知道了
          </button>
        </div>
      ))}
    </>
  );
}
