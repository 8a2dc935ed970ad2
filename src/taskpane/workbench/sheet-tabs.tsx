import { useMemo, type JSX } from "react";
import type { PlainWorkbook } from "../../workbook/plain";
import { useCommands, usePaneState } from "../pane-context";

/** The sheets that are shown: a hidden one only while a finding has led into it. */
export const shownSheets = (workbook: PlainWorkbook, current: string | null): PlainWorkbook["sheets"] =>
  workbook.sheets.filter((sheet) => sheet.visibility === "visible" || sheet.name === current);

/** The sheets as tabs. */
export function SheetTabs({ workbook }: { workbook: PlainWorkbook }): JSX.Element {
  const current = usePaneState((state) => state.sheet);
  const { view } = useCommands();
  const shown = useMemo(() => shownSheets(workbook, current), [workbook, current]);
  return (
    <div className="sheet-tabs" role="group" aria-label="工作表">
      {shown.map(({ name }) => (
        <button
          key={name}
          type="button"
          className="sheet-tab"
          aria-pressed={name === current}
          onClick={() =>
            void view()
              ?.show(name)
              .then(() => view()?.focus())
          }
        >
          {name}
        </button>
      ))}
    </div>
  );
}
