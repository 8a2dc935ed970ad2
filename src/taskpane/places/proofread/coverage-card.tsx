import type { JSX } from "react";
import { proofCategories, type ProofreadReport } from "../../../proofread/report";
import { useCommands, usePane, usePaneState } from "../../pane-context";
import { Fold } from "../../parts/fold";
import { Button } from "@fluentui/react-components";
import { lineWords } from "./line-words";

/** How much was proved, what was found by category, and what could not be held against anything. */
export function CoverageCard({ report, stale }: { report: ProofreadReport; stale: boolean }): JSX.Element {
  const { store } = usePane();
  const { writeProofSheet, saveProofDocx } = useCommands();
  const chosen = usePaneState((state) => state.proofCategory);
  const proofLines = usePaneState((state) => state.proofLines);
  const hasBook = usePaneState((state) => state.bookName !== null);
  const errors = report.findings.filter((finding) => finding.severity === "error").length;
  const { unchecked, unread } = report.coverage;
  const counts = proofCategories
    .map((category) => ({ ...category, count: report.findings.filter((finding) => finding.category === category.key).length }))
    .filter(({ count }) => count > 0);
  return (
    <section
      className={`headline headline-${errors > 0 ? "broken" : report.findings.length + unchecked.length > 0 ? "incomplete" : "clean"}`}
      aria-labelledby="proof-headline"
    >
      <div>
        <h1 id="proof-headline">{headline(report)}</h1>
        <p>{report.summary}</p>
        {stale && <p className="stale">文稿或工作簿已改动，结果可能过时</p>}
      </div>
      {counts.length > 0 && (
        <div className="chips" role="group" aria-label="按类别看">
          {counts.map(({ key, label, count }) => (
            <button
              key={key}
              type="button"
              className="chip"
              aria-pressed={chosen === key}
              onClick={() => store.dispatch({ type: "proofCategory", category: chosen === key ? null : key })}
            >
              <b>{count}</b>
              {label}
            </button>
          ))}
        </div>
      )}
      {unchecked.length > 0 && (
        <Fold title={`未核对 ${unchecked.length} 个数`}>
          <ul className="plain-list report-lines">
            {unchecked.map(({ paragraph, start, quote, reason }) => (
              <li key={`${paragraph} ${start}`}>
                <span>
                  {lineWords(proofLines, paragraph)}“{quote}”：{reason}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {unread.length > 0 && (
        <Fold title={`没有看的段落 ${unread.length} 处`}>
          {[...new Set(unread.map(({ reason }) => reason))].map((reason) => (
            <div key={reason}>
              <p className="hint">{reason}</p>
              <ul className="plain-list report-lines">
                {unread
                  .filter((one) => one.reason === reason)
                  .map(({ paragraph, quote }) => (
                    <li key={`${paragraph} ${quote}`}>
                      <span>
                        {lineWords(proofLines, paragraph)}“{quote}”
                      </span>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </Fold>
      )}
      <div className="buttons">
        <Button size="small" onClick={() => void saveProofDocx()}>
          保存为 Word
        </Button>
        {hasBook && (
          <Button size="small" onClick={() => void writeProofSheet()}>
            写入“校对结果”表
          </Button>
        )}
      </div>
    </section>
  );
}

/** How many faults, and how many places only to be looked at; the chips below count both. */
function headline({ findings }: ProofreadReport): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const others = findings.length - errors;
  if (errors > 0) return others > 0 ? `文稿有 ${errors} 处不符，另有 ${others} 处请看` : `文稿有 ${errors} 处不符`;
  return others > 0 ? `没有不符，有 ${others} 处请看` : "没有发现不符";
}
