import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type DragEvent, type JSX } from "react";
import { deskCommands } from "../desk/commands";
import { DeskContext, type DeskContextValue } from "../desk/context";
import { filesDropped } from "../desk/gather";
import { createDeskStore } from "../desk/state";
import { useCommands, usePane, usePaneState } from "../pane-context";
import { PaneView } from "../pane-view";
import { BookBar } from "./book-bar";
import { CautionBars } from "./caution-bars";
import { FirstUse } from "./first-use";
import { usePaneWidth, Splitter } from "./splitter";
import { QuestionDialog } from "./question-dialog";
import { SheetView } from "./sheet-view";
import { useWorkbenchKeys } from "./use-workbench-keys";

const DeskPage = lazy(async () => ({ default: (await import("../desk/desk-page")).DeskPage }));
const ReportView = lazy(async () => ({ default: (await import("./report-view")).ReportView }));

/** The pane beside a spreadsheet, for desks without Excel. */
export function Workbench(): JSX.Element {
  const workbook = usePaneState((state) => state.workbook);
  const report = usePaneState((state) => state.report);
  const { openFile, unsaved } = useCommands();
  const desk = useNewDesk();
  const isDesk = useSyncExternalStore(desk.store.subscribe, () => desk.store.state().isShown);
  const hasDesk = useSyncExternalStore(desk.store.subscribe, () => desk.store.state().given !== null);
  const [dragging, setDragging] = useState(false);
  const [width, setWidth] = usePaneWidth();
  useWorkbenchKeys();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved() || desk.commands.unsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved, desk]);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    const { dataTransfer } = event;
    const [file, another] = dataTransfer.files;
    const isFolder = [...dataTransfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
    if (isFolder || another) void filesDropped(dataTransfer).then(desk.commands.start);
    else if (file) void openFile(file);
  };
  return (
    <DeskContext.Provider value={desk}>
      <div className={`workbench${dragging ? " dragging" : ""}`} onDragOver={over} onDragLeave={() => setDragging(false)} onDrop={drop}>
        {hasDesk && (
          <Suspense fallback={null}>
            <div className="offices-place" hidden={!isDesk}>
              <DeskPage />
            </div>
          </Suspense>
        )}
        <div className={`book-place${isDesk ? " behind" : ""}`}>
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
        </div>
        <QuestionDialog />
      </div>
    </DeskContext.Provider>
  );
}

/** The desk of many offices; it begins when many files are chosen. */
function useNewDesk(): DeskContextValue {
  const pane = usePane();
  const [desk] = useState(() => {
    const store = createDeskStore();
    return { store, commands: deskCommands(store, pane) };
  });
  return desk;
}
