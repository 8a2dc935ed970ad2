import { useMemo, useState, type JSX } from "react";
import { blameOf } from "../../../checks/blame";
import { settleNotes } from "../../../checks/notes";
import type { Analysis } from "../../engine/protocol";
import { StartOffers } from "../../parts/start-offers";
import { usePaneState } from "../../pane-context";
import type { Freshness } from "../../store/state";
import { ByHand } from "./by-hand";
import { Findings } from "./findings";
import { FindingTools } from "./finding-tools";
import { HeadlineCard } from "./headline-card";
import { Suspects } from "./suspects";
import { TableMap } from "./table-map";

/** 校验: one headline, what to do next, then the findings. */
export function CheckPlace({ analysis }: { analysis: Analysis & Freshness }): JSX.Element {
  const notes = usePaneState((state) => state.notes);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const settled = useMemo(() => settleNotes(notes, analysis.report.findings), [notes, analysis]);
  const blame = useMemo(() => blameOf(analysis.report), [analysis]);
  return (
    <div className="place" ref={setScroller} tabIndex={-1}>
      <HeadlineCard analysis={analysis} notes={settled} />
      {analysis.overview.tables.every((table) => table.status === "missing") && (
        <section className="card">
          <StartOffers open />
        </section>
      )}
      <ByHand />
      <Suspects report={analysis.report} blame={blame} notes={settled} />
      <TableMap analysis={analysis} />
      <Findings
        findings={analysis.report.findings}
        unexplained={blame.rest}
        overview={analysis.overview}
        notes={settled}
        scroller={scroller}
      />
      <FindingTools />
    </div>
  );
}
