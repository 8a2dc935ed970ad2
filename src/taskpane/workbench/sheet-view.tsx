import { useMemo, type JSX } from "react";
import type { PlainWorkbook } from "../../workbook/plain";
import { usePane, usePaneState } from "../pane-context";
import { Grid } from "./grid";

/** The sheets as tabs, the chosen one as a grid. */
export function SheetView({ workbook }: { workbook: PlainWorkbook }): JSX.Element {
  const { store } = usePane();
  const name = usePaneState((state) => state.sheet);
  const selection = usePaneState((state) => state.selection);
  // A hidden sheet is shown only when a finding leads into it.
  const shown = useMemo(() => workbook.sheets.filter((sheet) => sheet.visibility === "visible" || sheet.name === name), [workbook, name]);
  const sheet = shown.find((candidate) => candidate.name === name) ?? shown[0];
  return (
    <section className="sheet-view" aria-label="工作簿">
      {sheet && <Grid key={sheet.name} sheet={sheet} selection={selection} />}
      <div className="sheet-tabs" role="group" aria-label="工作表">
        {shown.map((candidate) => (
          <button key={candidate.name} type="button" className="sheet-tab" aria-pressed={candidate === sheet} onClick={() => store.dispatch({ type: "sheet", sheet: candidate.name })}>
            {candidate.name}
          </button>
        ))}
      </div>
    </section>
  );
}
