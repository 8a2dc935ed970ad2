import { lazy, Suspense, useEffect, useRef, type JSX } from "react";
import type { PlainWorkbook } from "../../workbook/plain";
import { afterPainting } from "../after-painting";
import { usePane, usePaneState } from "../pane-context";
import { Announcer } from "./announcer";
import { FindBar } from "./find-bar";
import { ReaderTable } from "./reader-table";
import { SheetTabs } from "./sheet-tabs";
import { nameChrome } from "./chrome-names";

/** Its sums are exact, and what they are reckoned with is not wanted before a workbook is open. */
const StatusBar = lazy(async () => ({ default: (await import("./status-bar")).StatusBar }));

/** The spreadsheet with its tabs and status bar; there from the start, shown once a workbook is open. */
export function SheetView({ workbook }: { workbook: PlainWorkbook | null }): JSX.Element {
  const { sheet } = usePane();
  const frame = useRef<HTMLDivElement>(null);
  const reading = usePaneState((state) => state.reading);
  const finding = usePaneState((state) => state.finding);
  useEffect(() => {
    frame.current?.append(sheet.element);
    // The spreadsheet is fetched when the page stands, before anyone has chosen a file.
    void afterPainting()
      .then(sheet.start)
      .catch(() => undefined);
    const watching = nameChrome(sheet.element);
    return () => watching.disconnect();
  }, [sheet]);
  return (
    <section
      className={`sheet-view${workbook ? "" : " waiting"}${reading ? " reading" : ""}`}
      aria-label="工作簿"
      aria-hidden={workbook === null}
    >
      {workbook && finding && <FindBar workbook={workbook} />}
      <div className="sheet-frame" ref={frame} />
      {workbook && <ReaderTable workbook={workbook} />}
      {workbook && <Announcer workbook={workbook} />}
      {workbook && <SheetTabs workbook={workbook} />}
      {workbook && (
        <Suspense fallback={<div className="status-bar" />}>
          <StatusBar workbook={workbook} />
        </Suspense>
      )}
    </section>
  );
}
