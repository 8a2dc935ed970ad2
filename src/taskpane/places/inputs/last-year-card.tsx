import { Button } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { TEXTS, WORKBOOKS } from "../../parts/file-button";
import { FileChoice } from "../../parts/file-choice";

/** Last year's published workbook for the figures, last year's 说明 for the reasons. */
export function LastYearCard(): JSX.Element {
  const { createInputs } = useCommands();
  const busy = usePaneState((state) => state.work !== null);
  const [workbook, setWorkbook] = useState<File | null>(null);
  const [text, setText] = useState<File | null>(null);
  return (
    <section className="card" aria-labelledby="last-year">
      <h2 id="last-year">从上年取数</h2>
      <p className="hint">上年公开的工作簿可填出“上年预算数”；上年的说明可作增减原因的底稿，取来的文字都标〔待核实〕。</p>
      <FileChoice label="上年公开表" accept={WORKBOOKS} file={workbook} onChoose={setWorkbook} />
      <FileChoice label="上年说明" accept={TEXTS} file={text} onChoose={setText} />
      <div className="buttons">
        <Button
          size="small"
          appearance="primary"
          disabled={busy || (!workbook && !text)}
          onClick={() => void createInputs({ ...(workbook && { workbook }), ...(text && { text }) })}
        >
          填入填报表
        </Button>
      </div>
    </section>
  );
}
