import { useMemo, type JSX } from "react";
import type { CheckReport } from "../../../checks/report";
import { usePane, usePaneState } from "../../pane-context";
import { levelWords, type Level } from "../../../checks/level";
import { countLevels } from "../../store/groups";

/** Always shown, and those shown only when there are some. */
const always: readonly Level[] = ["rounding", "error", "notRun"];
const sometimes: readonly Level[] = ["warning", "info"];

/** 相符 / 尾差 / 不符 / 未执行 (and 请核实, 提示); pressing one shows only those. */
export function CountChips({ report }: { report: CheckReport }): JSX.Element {
  const { store } = usePane();
  const chosen = usePaneState((state) => state.filter.levels);
  const counts = useMemo(() => countLevels(report.findings), [report]);
  const shown = [...always, ...sometimes.filter((level) => counts[level] > 0)];
  return (
    <div className="chips" role="group" aria-label="校验结论，按下只看这一种">
      <span className="chip chip-holds">
        <b>{report.counts.holds.toLocaleString("en-US")}</b>相符
      </span>
      {shown.map((level) => (
        <button
          key={level}
          type="button"
          className={`chip chip-${counts[level] === 0 ? "none" : level}`}
          aria-pressed={chosen.includes(level)}
          disabled={counts[level] === 0}
          onClick={() => store.dispatch({ type: "filtered", filter: { levels: chosen.includes(level) ? [] : [level] } })}
        >
          <b>{counts[level]}</b>
          {levelWords[level]}
        </button>
      ))}
    </div>
  );
}
