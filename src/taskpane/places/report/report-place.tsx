import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePane, usePaneState } from "../../pane-context";
import { FileButton, WORKBOOKS } from "../../parts/file-button";
import { CoverageFolds } from "./coverage-folds";
import { Duties } from "./duties";
import { Remarks } from "./remarks";
import { reviewHeadline } from "./headline";

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
  const { tone, title } = reviewHeadline(review);
  return (
    <div className="place">
      <section className={`headline headline-${tone}`} aria-labelledby="review-headline">
        <div>
          <h1 id="review-headline">{title}</h1>
          <p>{review.proof.summary}</p>
          {review.stale && <p className="stale">对照的工作簿换了，请重新核对</p>}
        </div>
        <BesideLine />
        <div className="buttons">
          <Button size="small" disabled={busy} onClick={() => void look()}>
            重新核对
          </Button>
        </div>
      </section>
      <Remarks remarks={review.remarks} />
      <CoverageFolds coverage={review.proof.coverage} />
      <Duties duties={review.duties} />
      <Exports />
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

function Exports(): JSX.Element {
  const { saveReview } = useCommands();
  const { store } = usePane();
  const isWord = usePaneState((state) => state.report?.kind === "docx");
  return (
    <section className="tools" aria-label="保存核对意见">
      {isWord && (
        <Button size="small" appearance="primary" onClick={() => void saveReview("docx")}>
          保存带批注的 Word
        </Button>
      )}
      <Button size="small" onClick={() => void saveReview("xlsx")}>
        保存为 Excel
      </Button>
      <Button size="small" onClick={() => void saveReview("html")}>
        保存为网页
      </Button>
      <Button size="small" onClick={() => store.dispatch({ type: "printing", printing: true })}>
        打印
      </Button>
    </section>
  );
}
