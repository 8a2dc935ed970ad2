import { useEffect, useMemo, type JSX } from "react";
import { address } from "../../amount/cell-ref";
import { settleNotes } from "../../checks/notes";
import { aboutLine, conclusion } from "../../render/findings-sheet";
import { usePane, usePaneState } from "../pane-context";
import type { Analysis } from "../engine/protocol";
import { headline } from "../store/headline";
import { nextRung } from "../store/ladder";
import { useLadder } from "./use-ladder";
import type { Freshness } from "../store/state";
import { VERSION } from "../version";
import { ReviewPage } from "./review-page";

/** What was found as a page for paper; shown to the printer only. */
export function PrintPage(): JSX.Element | null {
  const { store } = usePane();
  const printing = usePaneState((state) => state.printing);
  const analysis = usePaneState((state) => state.analysis);
  const review = usePaneState((state) => (state.report !== null || state.place === "proofread" ? state.review : null));
  useEffect(() => {
    if (!printing) return;
    try {
      window.print();
    } catch {
      store.dispatch({
        type: "failed",
        problem: { doing: "打印", message: "这里不能打印。请先保存或写入工作表，再打印那一份。" },
      });
    }
    store.dispatch({ type: "printing", printing: false });
  }, [printing, store]);
  if (!printing) return null;
  if (review) return <ReviewPage review={review} />;
  return analysis && <FindingsPage analysis={analysis} />;
}

function FindingsPage({ analysis }: { analysis: Analysis & Freshness }): JSX.Element {
  const notes = usePaneState((state) => state.notes);
  const name = usePaneState((state) => state.bookName) ?? "";
  const { report, overview, at } = analysis;
  const rung = nextRung(useLadder());
  const settled = useMemo(() => settleNotes(notes, report.findings), [notes, report]);
  return (
    <section className="print-page" aria-label="审核结果打印页">
      <h1>预算公开表审核结果</h1>
      <p>{aboutLine({ name, organisation: overview.organisation, year: overview.year, checkedAt: new Date(at), version: VERSION })}</p>
      <p>
        <b>{headline(overview, report, settled, rung).title}</b>　相符 {report.counts.holds} · 尾差 {report.counts.rounding} · 不符{" "}
        {report.counts.broken} · 未执行 {report.counts.notRun}
      </p>
      <table>
        <thead>
          <tr>
            {["序号", "结论", "规则", "单元格", "说明", "差额", "审核说明"].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.findings.map((finding, index) => {
            const [first] = finding.cells;
            return (
              <tr key={finding.key}>
                <td>{index + 1}</td>
                <td>{conclusion(finding)}</td>
                <td>{finding.id}</td>
                <td>{first ? `${first.sheet}!${address(first)}` : ""}</td>
                <td>
                  {finding.message}
                  {finding.advice}
                </td>
                <td className="amount">{finding.difference}</td>
                <td>{settled.standing.get(finding.key)?.text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
