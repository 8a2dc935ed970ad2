import { Button } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import { useCommands } from "../../pane-context";

/** 诊断: what works on this desk, as a text to send to those who look after the tool. */
export function Diagnosis(): JSX.Element {
  const { diagnose, copyDiagnosis } = useCommands();
  const [text, setText] = useState<string | null>(null);
  return (
    <>
      <p className="hint">用着不顺时点“诊断”，把得到的文字发给技术人员。里面只有版本和各步行不行，没有工作簿里的任何内容。</p>
      <div className="buttons">
        <Button size="small" onClick={() => void diagnose().then(setText)}>
          诊断
        </Button>
        {text !== null && (
          <Button size="small" onClick={() => void copyDiagnosis(text)}>
            复制诊断
          </Button>
        )}
      </div>
      {text !== null && <textarea className="copy-box" readOnly rows={12} value={text} aria-label="诊断的文字" />}
    </>
  );
}
