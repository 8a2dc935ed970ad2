import { useMemo, useState, type JSX } from "react";
import { parseFullAddress } from "../../amount/cell-ref";
import { contentAt } from "../../workbook/held";
import type { PlainWorkbook } from "../../workbook/plain";
import { useCommands, usePane, usePaneState } from "../pane-context";
import { CellLink } from "../parts/cell-link";
import { selectionFigures } from "../store/selection-figures";

const ZOOMS = [0.5, 0.75, 0.85, 1, 1.25, 1.5, 2] as const;

/** What the selected cells come to, and how large they are shown. */
export function StatusBar({ workbook }: { workbook: PlainWorkbook }): JSX.Element {
  const { store } = usePane();
  const sheet = usePaneState((state) => state.sheet);
  const areas = usePaneState((state) => state.areas);
  const reading = usePaneState((state) => state.reading);
  const figures = useMemo(() => selectionFigures(workbook, sheet, areas), [workbook, sheet, areas]);
  return (
    <div className="status-bar">
      <span className="figures-line" role="group" aria-label="所选单元格的合计">
        {figures.numbers > 1 && (
          <>
            <span>平均值 {figures.average}</span>
            <span>计数 {figures.filled}</span>
            <span>
              求和 <b>{figures.sum}</b>
            </span>
          </>
        )}
        {figures.numbers <= 1 && figures.filled > 1 && <span>计数 {figures.filled}</span>}
      </span>
      <NamedCell workbook={workbook} />
      <button
        type="button"
        className="bar-button"
        aria-pressed={reading}
        title="把工作表显示为普通表格，供读屏软件逐格阅读"
        onClick={() => store.dispatch({ type: "reading", reading: !reading })}
      >
        朗读视图
      </button>
      <Zoom />
    </div>
  );
}

/** A way to the cell that the selected one names, as on the sheet 审核结果. */
function NamedCell({ workbook }: { workbook: PlainWorkbook }): JSX.Element | null {
  const [cell] = usePaneState((state) => state.selection);
  const text = cell ? contentAt(workbook, cell).value : null;
  if (typeof text !== "string") return null;
  const named = parseFullAddress(text);
  if (!named || !workbook.sheets.some(({ name }) => name === named.sheet)) return null;
  return (
    <CellLink cells={[named]} className="bar-button">
      转到 {text}
    </CellLink>
  );
}

function Zoom(): JSX.Element {
  const { view } = useCommands();
  const sheet = usePaneState((state) => state.sheet);
  const [shown, setShown] = useState({ sheet, zoom: 1 });
  const zoom = shown.sheet === sheet ? shown.zoom : (view()?.zoom ?? 1);
  const change = (ratio: number): void => {
    view()?.setZoom(ratio);
    setShown({ sheet, zoom: ratio });
  };
  return (
    <label className="zoom">
      <span>显示比例</span>
      <select value={String(zoom)} onChange={(event) => change(Number(event.target.value))}>
        {[...new Set([...ZOOMS, zoom])]
          .sort((a, b) => a - b)
          .map((ratio) => (
            <option key={ratio} value={String(ratio)}>
              {Math.round(ratio * 100)}%
            </option>
          ))}
      </select>
    </label>
  );
}
