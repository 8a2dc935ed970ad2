import { Button } from "@fluentui/react-components";
import type { JSX, ReactNode } from "react";
import { useCommands, usePane, usePaneState } from "../../pane-context";
import type { State } from "../../store/state";
import { CoverageFolds } from "./coverage-folds";
import { Duties } from "./duties";
import { reviewHeadline } from "./headline";
import { Remarks } from "./remarks";

interface Given {
  readonly review: NonNullable<State["review"]>;
  /** What belongs under the headline. */
  readonly children?: ReactNode;
}

/** What was found in a report: one headline, one list of tables and words, what it must contain, and handing it on. */
export function ReviewResult({ review, children }: Given): JSX.Element {
  const { tone, title } = reviewHeadline(review);
  return (
    <>
      <section className={`headline headline-${tone}`} aria-labelledby="review-headline">
        <div>
          <h1 id="review-headline">{title}</h1>
          <p>{review.proof.summary}</p>
          {review.stale && <p className="stale">对照的工作簿改动过，请重新核对</p>}
        </div>
        {children}
      </section>
      <Remarks remarks={review.remarks} />
      <CoverageFolds coverage={review.proof.coverage} />
      <Duties duties={review.duties} />
      <Exports />
    </>
  );
}

function Exports(): JSX.Element {
  const { saveReview, writeReviewSheets } = useCommands();
  const { store } = usePane();
  const isWord = usePaneState(({ report, proofSource }) => (report ?? proofSource?.report)?.kind === "docx");
  const holdsWorkbook = usePaneState(({ around }) => around.holdsWorkbook);
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
      {holdsWorkbook ? (
        <Button size="small" onClick={() => void writeReviewSheets()}>
          写入工作表
        </Button>
      ) : (
        <Button size="small" onClick={() => store.dispatch({ type: "printing", printing: true })}>
          打印
        </Button>
      )}
    </section>
  );
}
