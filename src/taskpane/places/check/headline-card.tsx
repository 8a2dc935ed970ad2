import { Button } from "@fluentui/react-components";
import { CheckmarkCircle24Filled, ErrorCircle24Filled, QuestionCircle24Filled, Warning24Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { SettledNotes } from "../../../checks/notes";
import type { Analysis } from "../../engine/protocol";
import { useCommands } from "../../pane-context";
import { useKeptFocus } from "../../parts/use-kept-focus";
import { useLadder } from "../../parts/use-ladder";
import { headline } from "../../store/headline";
import type { Freshness } from "../../store/state";
import { CountChips } from "./count-chips";

const icons = {
  clean: CheckmarkCircle24Filled,
  broken: ErrorCircle24Filled,
  incomplete: Warning24Filled,
  nothing: QuestionCircle24Filled,
} as const;

/** The one sentence, the counts, and the button to check again. */
export function HeadlineCard({ analysis, notes }: { analysis: Analysis & Freshness; notes: SettledNotes }): JSX.Element {
  const { check } = useCommands();
  const { overview, report, at, stale } = analysis;
  const rungs = useLadder();
  // A button that mended what it stood for is gone with it; the keyboard goes on at what came of it.
  const place = useKeptFocus<HTMLElement>(report);
  const { tone, title, next } = stale ? CHANGED : headline(overview, report, notes, rungs);
  const Icon = icons[tone];
  const about = [
    overview.organisation,
    overview.year === null ? null : `${overview.year}年`,
    `${overview.tables.length}张表`,
    overview.unit,
  ].filter((part) => part !== null);
  return (
    <section ref={place} tabIndex={-1} className={`headline headline-${tone}`} aria-labelledby="headline-title">
      <div className="headline-line">
        <Icon aria-hidden className="headline-icon" />
        <div>
          <h1 id="headline-title">{title}</h1>
          <p>{next}</p>
        </div>
      </div>
      <CountChips report={report} />
      <p className="about-line">{about.join(" · ")}</p>
      <div className="again-line">
        <span className={stale ? "stale" : "about-line"}>{stale ? "工作簿已改动，结果可能过时" : `校验于 ${clock(at)}`}</span>
        <Button size="small" appearance={stale || tone !== "clean" ? "primary" : "secondary"} onClick={() => void check()}>
          重新校验
        </Button>
      </div>
    </section>
  );
}

/** Nothing is said of a workbook that is another by now. */
const CHANGED = { tone: "incomplete", title: "工作簿已改动", next: "下面是改动以前的结果，请重新校验。" } as const;

const clock = (at: number): string => new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
