import { lazy, Suspense, useEffect, useState, type DragEvent, type JSX } from "react";
import { useCommands, usePaneState } from "../pane-context";
import { PaneView } from "../pane-view";
import { BookBar } from "./book-bar";
import { CautionBars } from "./caution-bars";
import { FirstUse } from "./first-use";
import { usePaneWidth, Splitter } from "./splitter";
import { QuestionDialog } from "./question-dialog";
import { SheetView } from "./sheet-view";
import { useWorkbenchKeys } from "./use-workbench-keys";

const ReportView = lazy(async () => ({ default: (await import("./report-view")).ReportView }));

/** The pane beside a spreadsheet, for desks without Excel. */
export function Workbench(): JSX.Element {
  const workbook = usePaneState((state) => state.workbook);
  const report = usePaneState((state) => state.report);
  const { openFile, unsaved } = useCommands();
  const [dragging, setDragging] = useState(false);
  const [width, setWidth] = usePaneWidth();
  useWorkbenchKeys();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    const file = event.dataTransfer.files[0];
    if (file) void openFile(file);
  };
  return (
    <div className={`workbench${dragging ? " dragging" : ""}`} onDragOver={over} onDragLeave={() => setDragging(false)} onDrop={drop}>
      <BookBar />
      <CautionBars />
      <div className="desk" style={width === null ? undefined : ({ "--pane-width": `${String(width)}px` } as Record<string, string>)}>
        <SheetView workbook={report ? null : workbook} />
        {report && (
          <Suspense fallback={<section className="sheet-view" />}>
            <ReportView report={report} />
          </Suspense>
        )}
        {workbook === null && <FirstUse />}
        <Splitter onWidth={setWidth} />
        <PaneView />
      </div>
      <QuestionDialog />
    </div>
  );
}
