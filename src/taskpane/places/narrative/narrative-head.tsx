import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import type { Narrative } from "../../../narrative/segments";
import { useCommands } from "../../pane-context";
import { Cautions } from "./cautions";
import { NarrativeTools } from "./narrative-tools";
import { WorkbookFaults } from "./workbook-faults";

/** The title, how far the filling in has come, and what can be done with the whole. */
export function NarrativeHead({ narrative, stale }: { narrative: Narrative; stale: boolean }): JSX.Element {
  const { narrate } = useCommands();
  const { filled, asked } = narrative.progress;
  const done = filled >= asked;
  const lacks = narrative.sections.some(({ gaps }) => gaps.length > 0);
  return (
    <section className={`headline headline-${done && !lacks ? "clean" : "incomplete"}`} aria-labelledby="narrative-title">
      <div>
        <h1 id="narrative-title" className="narrative-title">
          {narrative.title}
        </h1>
        <p>
          {done
            ? `需要填写的内容都已填齐，${lacks ? "公开表缺的内容在文中标作〔缺…〕" : "可以复制到 Word"}。`
            : `还有 ${asked - filled} 处待填；没填的地方在文中标作〔待填〕，也可以先复制。`}
        </p>
      </div>
      <div className="progress">
        <div
          className="progress-track"
          role="progressbar"
          aria-label="填写进度"
          aria-valuemin={0}
          aria-valuemax={asked}
          aria-valuenow={filled}
        >
          <div style={{ width: `${asked === 0 ? 100 : (filled / asked) * 100}%` }} />
        </div>
        <b>
          {filled}/{asked}
        </b>
      </div>
      {stale && (
        <div className="again-line">
          <span className="stale">工作簿已改动，说明可能过时</span>
          <Button size="small" appearance="primary" onClick={() => void narrate()}>
            重新生成
          </Button>
        </div>
      )}
      <WorkbookFaults />
      <Cautions cautions={narrative.cautions ?? []} />
      <NarrativeTools />
    </section>
  );
}
