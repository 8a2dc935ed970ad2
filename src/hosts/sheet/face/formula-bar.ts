import { FOCUSING_FX_BAR_EDITOR, IContextService, DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, type Injector } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";
import { IEditorBridgeService } from "@univerjs/sheets-ui";

/** The library gives the keyboard back to the cell within so long of a quick press in the formula bar. */
const SETTLED = 150;

/** After a press in the formula bar the keyboard is the bar's: what is typed next would be lost. */
export function keepBarFocused(container: HTMLElement, injector: Injector): void {
  const take = (): void => {
    if (!injector.get(IEditorBridgeService).isVisible().visible) return;
    injector.get(IContextService).setContextValue(FOCUSING_FX_BAR_EDITOR, true);
    injector.get(IEditorService).focus(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
  };
  container.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (!(target instanceof HTMLCanvasElement) || !target.closest('[data-u-comp="formula-bar"]')) return;
      window.addEventListener("pointerup", () => setTimeout(take, SETTLED), { once: true, capture: true });
    },
    true,
  );
}
