import { Button } from "@fluentui/react-components";
import { lazy, Suspense, type JSX } from "react";
import { afterPainting } from "../after-painting";
import { SAMPLE } from "../effects/samples";
import { useCommands, usePaneState } from "../pane-context";
import { Fold } from "./fold";

// Folded away at first, and it asks the engine.
const TemplateForm = lazy(async () => {
  await afterPainting();
  return { default: (await import("./template-form")).TemplateForm };
});

/** The sample and the template, for those who have no workbook yet. */
export function StartOffers({ open = false }: { open?: boolean }): JSX.Element {
  const { openSample } = useCommands();
  const holdsWorkbook = usePaneState((state) => state.around.holdsWorkbook);
  const busy = usePaneState((state) => state.work !== null);
  return (
    <Fold className="offers" open={open} title="还没有公开表？新建空白模板">
      {holdsWorkbook && (
        <div className="buttons">
          <Button size="small" disabled={busy} onClick={() => void openSample(SAMPLE)}>
            先看示例
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        <TemplateForm />
      </Suspense>
    </Fold>
  );
}
