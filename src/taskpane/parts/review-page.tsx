import type { JSX } from "react";
import { dutySummary } from "../../render/review-sheets";
import { CONCLUSION, placeWords, remarkSays } from "../../review/remark";
import { DUTY_STATES, tickOf } from "../../review/duties";
import { usePaneState } from "../pane-context";
import { reviewHeadline } from "../places/report/headline";
import type { ReportReview } from "../engine/protocol";

/** A report's review as a page for paper: the remarks, what the report must contain, and what was not checked. */
export function ReviewPage({ review }: { review: ReportReview }): JSX.Element {
  const name = usePaneState(({ report, proofSource }) => (report ?? proofSource?.report)?.name ?? "");
  const against = usePaneState(({ report, beside, bookName }) => (report ? beside?.name : bookName) ?? "报告自己的表");
  const paged = usePaneState(({ report, proofSource }) => (report ?? proofSource?.report)?.kind === "pdf");
  const ticks = usePaneState((state) => state.ticks);
  const { remarks, duties, proof } = review;
  return (
    <section className="print-page" aria-label="核对意见打印页">
      <h1>部门预算公开报告核对意见</h1>
      <p>
        {name}（对照{against}）
      </p>
      <p>
        <b>{reviewHeadline(review).title}</b>　{proof.summary}
      </p>
      {remarks.length > 0 && (
        <Table
          heads={["序号", "结论", "位置", "原文", "应为", "说明"]}
          rows={remarks.map((remark, index) => [
            String(index + 1),
            CONCLUSION[remark.severity],
            placeWords(remark, paged),
            remark.quote,
            remark.expected,
            remarkSays(remark).join("\n"),
          ])}
        />
      )}
      <h2>公开清单</h2>
      <p>{dutySummary(duties)}</p>
      <Table
        heads={["序号", "应当公开或做到的", "情况", "在哪里，缺什么", "人工核对"]}
        rows={duties.map(({ number, words, state, where }) => [
          String(number),
          words,
          DUTY_STATES[state],
          where,
          tickOf({ number, state }, ticks),
        ])}
      />
      {proof.coverage.unchecked.length > 0 && (
        <>
          <h2>未核对的数</h2>
          <Table heads={["原文", "原因"]} rows={proof.coverage.unchecked.map(({ quote, reason }) => [quote, reason])} />
        </>
      )}
    </section>
  );
}

/** Longer texts are broken over lines, whatever their column. */
const LONGEST_LABEL = 12;

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((text, column) => (
              <td key={column} className={text.length > LONGEST_LABEL ? "print-words" : undefined}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
