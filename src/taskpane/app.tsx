import { FluentProvider } from "@fluentui/react-components";
import { lazy, Suspense, type JSX } from "react";
import { usePaneState } from "./pane-context";
import { PaneView } from "./pane-view";
import type { Appearance } from "./store/state";
import { themeOf } from "./theme";
import { Workbench } from "./workbench/workbench";

const PrintPage = lazy(async () => ({ default: (await import("./parts/print-page")).PrintPage }));

/** The pane alone where a program holds the workbook, beside a view of the sheets in the workbench. */
export function App(): JSX.Element {
  const holdsWorkbook = usePaneState((state) => state.around.holdsWorkbook);
  const preferred = usePaneState((state) => state.settings.theme);
  const given = usePaneState((state) => state.appearance);
  const printing = usePaneState((state) => state.printing);
  const appearance: Appearance = preferred === "auto" || given === "contrast" ? given : preferred;
  return (
    <FluentProvider theme={themeOf(appearance)} className={`app app-${appearance}`}>
      {holdsWorkbook ? <PaneView /> : <Workbench />}
      {printing && (
        <Suspense fallback={null}>
          <PrintPage />
        </Suspense>
      )}
    </FluentProvider>
  );
}
