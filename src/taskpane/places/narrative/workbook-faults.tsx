import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { levelOf } from "../../../checks/level";

/** One line where the last check left faults: a narrative of wrong tables is written in vain. */
export function WorkbookFaults(): JSX.Element | null {
  const { show } = useCommands();
  const analysis = usePaneState((state) => state.analysis);
  const broken = analysis?.report.findings.filter((finding) => levelOf(finding) === "error").length ?? 0;
  if (broken === 0) return null;
  return (
    <div className="again-line" role="note">
      <span className="stale">
        {analysis?.stale === true ? `上次校验时工作簿有 ${broken} 处不符` : `工作簿还有 ${broken} 处不符`}
        ，说明里的数字可能要改；先看“校验”。
      </span>
      <Button
        size="small"
        onClick={() => {
          show("check");
        }}
      >
        看校验
      </Button>
    </div>
  );
}
