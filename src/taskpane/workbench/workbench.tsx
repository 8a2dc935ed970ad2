import { useEffect, useState, type DragEvent, type JSX } from "react";
import { useCommands, usePaneState } from "../pane-context";
import { PaneView } from "../pane-view";
import { BookBar } from "./book-bar";
import { FirstUse } from "./first-use";
import { ReportView } from "./report-view";
import { SheetView } from "./sheet-view";

/** The pane beside a plain view of the sheets, for desks without Excel. */
export function Workbench(): JSX.Element {
  const workbook = usePaneState((state) => state.workbook);
  const report = usePaneState((state) => state.report);
  const { openFile, unsaved } = useCommands();
  const [dragging, setDragging] = useState(false);
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
      <div className="desk">
        {report ? <ReportView report={report} /> : workbook ? <SheetView workbook={workbook} /> : <FirstUse />}
        <PaneView />
      </div>
    </div>
  );
}
