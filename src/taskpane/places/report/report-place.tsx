import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { FileButton, WORKBOOKS } from "../../parts/file-button";
import { ReviewResult } from "./review-result";

/** 校验 where a finished report is open: one headline, one list of tables and words, and what the report must contain. */
export function ReportPlace(): JSX.Element {
  const review = usePaneState((state) => state.review);
  const { review: look } = useCommands();
  const busy = usePaneState((state) => state.work !== null);
  if (!review)
    return (
      <div className="place">
        <section className="welcome">
          <h1>尚未核对</h1>
          <p>核对报告里的表和文字：合计、表间勾稽、文字与表的数，缺了什么。点一条就到那一处。</p>
          <BesideLine />
          <Button appearance="primary" size="large" disabled={busy} onClick={() => void look()}>
            核对报告
          </Button>
          <p className="hint">只读取，不改动您的文件；全部在本机完成，不向外发送。</p>
        </section>
      </div>
    );
  return (
    <div className="place">
      <ReviewResult review={review}>
        <BesideLine />
        <div className="buttons">
          <Button size="small" disabled={busy} onClick={() => void look()}>
            重新核对
          </Button>
        </div>
      </ReviewResult>
    </div>
  );
}

/** What the report is held against, and choosing another workbook. */
function BesideLine(): JSX.Element {
  const beside = usePaneState((state) => state.beside);
  const { openBeside, closeBeside } = useCommands();
  return (
    <div className="beside-line">
      <span>{beside ? `对照工作簿：${beside.name}` : "对照报告自己的表"}</span>
      <FileButton
        words={beside ? "换工作簿" : "对照工作簿"}
        label="选择对照的工作簿"
        accept={WORKBOOKS}
        onChoose={(file) => void openBeside(file)}
      />
      {beside && (
        <Button size="small" onClick={() => void closeBeside()}>
          不对照工作簿
        </Button>
      )}
    </div>
  );
}
