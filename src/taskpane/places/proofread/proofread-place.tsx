import { useMemo, useState, type JSX } from "react";
import { usePaneState } from "../../pane-context";
import { CoverageCard } from "./coverage-card";
import { MarkedText } from "./marked-text";
import { ProofFindings } from "./proof-findings";
import { TextCard } from "./text-card";

/** 校对: a finished text held against the workbook. */
export function ProofreadPlace(): JSX.Element {
  const proof = usePaneState((state) => state.proof);
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
      {proof && <CoverageCard report={proof.report} stale={proof.stale} />}
      {proof && <ProofFindings report={proof.report} shown={shown} open={open} onOpen={setOpen} />}
      {proof && <MarkedText report={proof.report} open={open} onOpen={setOpen} />}
    </div>
  );
}
