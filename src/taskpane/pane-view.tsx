import { lazy, Suspense, useEffect, type JSX } from "react";
import { afterPainting } from "./after-painting";
import { useCommands, usePaneState } from "./pane-context";
import { LadderStrip } from "./parts/ladder-strip";
import { NoticeLine } from "./parts/notice-line";
import { ProblemBar } from "./parts/problem-bar";
import { Tabs } from "./parts/tabs";
import { WorkBar } from "./parts/work-bar";
import { NotChecked } from "./places/check/not-checked";
import type { Place } from "./store/state";

const fetchCheckPlace = async () => ({ default: (await import("./places/check/check-place")).CheckPlace });
const CheckPlace = lazy(fetchCheckPlace);
const NarrativePlace = lazy(async () => ({ default: (await import("./places/narrative/narrative-place")).NarrativePlace }));
const InputsPlace = lazy(async () => ({ default: (await import("./places/inputs/inputs-place")).InputsPlace }));
const ProofreadPlace = lazy(async () => ({ default: (await import("./places/proofread/proofread-place")).ProofreadPlace }));
const ReportPlace = lazy(async () => ({ default: (await import("./places/report/report-place")).ReportPlace }));
const SettingsPlace = lazy(async () => ({ default: (await import("./places/settings/settings-place")).SettingsPlace }));

const places: readonly { readonly id: Place; readonly word: string }[] = [
  { id: "check", word: "校验" },
  { id: "inputs", word: "填报" },
  { id: "narrative", word: "说明" },
  { id: "proofread", word: "校对" },
  { id: "settings", word: "设置" },
];

/** The pane: its places, what is under way, what went wrong. */
export function PaneView(): JSX.Element {
  const place = usePaneState((state) => state.place);
  const isReport = usePaneState((state) => state.report !== null);
  const analysis = usePaneState((state) => state.analysis);
  const { show } = useCommands();
  // What shows the results is fetched before there are any.
  useEffect(
    () =>
      void afterPainting()
        .then(fetchCheckPlace)
        .catch(() => undefined),
    [],
  );
  return (
    <main className="pane">
      <Tabs label="预算公开助手" tabs={places} chosen={place} onChoose={show} />
      {!isReport && <LadderStrip />}
      <WorkBar />
      <ProblemBar />
      <div className="place-frame" role="tabpanel" aria-labelledby={`tab-${place}`}>
        <Suspense fallback={<div className="place" />}>
          {place === "check" && isReport && <ReportPlace />}
          {place === "check" && !isReport && (analysis ? <CheckPlace analysis={analysis} /> : <NotChecked />)}
          {place === "narrative" && <NarrativePlace />}
          {place === "inputs" && <InputsPlace />}
          {place === "proofread" && <ProofreadPlace />}
          {place === "settings" && <SettingsPlace />}
        </Suspense>
      </div>
      <NoticeLine />
    </main>
  );
}
