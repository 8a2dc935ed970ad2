import { useMemo, useState, type JSX } from "react";
import { usePaneState } from "../../pane-context";
import { ReviewResult } from "../report/review-result";
import { CoverageCard } from "./coverage-card";
import { MarkedText } from "./marked-text";
import { ProofFindings } from "./proof-findings";
import { TextCard } from "./text-card";

/** 校对: a finished text held against the workbook. */
export function ProofreadPlace(): JSX.Element {
  const proof = usePaneState((state) => state.proof);
  // A text that was read from a report is looked through with its tables: the same list as where the report itself is open.
  const review = usePaneState((state) =>
    state.proofSource && (state.report ?? state.proofSource.report) === state.proofSource.report ? state.review : null,
  );
  const category = usePaneState((state) => state.proofCategory);
  const [open, setOpen] = useState<number | null>(null);
  const shown = useMemo(
    () =>
      (proof?.report.findings ?? []).flatMap((finding, index) =>
        category === null || finding.category === category ? [{ finding, index }] : [],
      ),
    [proof, category],
  );
  return (
    <div className="place">
      <TextCard />
      {review && <ReviewResult review={review} />}
      {proof && !review && (
        <>
          <CoverageCard report={proof.report} stale={proof.stale} />
          <ProofFindings report={proof.report} shown={shown} open={open} onOpen={setOpen} />
          <MarkedText report={proof.report} open={open} onOpen={setOpen} />
        </>
      )}
    </div>
  );
}
