import { useEffect } from "react";
import { useCommands, usePane } from "../pane-context";
import { shownSheets } from "./sheet-tabs";

const NO_REPLACING = "这里不能批量替换，工作簿没有改动。按 Ctrl+F 可以逐处查找；要批量替换，请另存后在 Excel 或 WPS 中进行。";

/** The element of the pane that a key from the sheet leads to: the chosen tab. */
const paneEntry = (): HTMLElement | null => document.querySelector<HTMLElement>('.pane [role="tab"][aria-selected="true"]');

/**
 * Keys of the whole page: F6 between sheet and pane, Ctrl+PageUp and PageDown (or with Alt, where the browser keeps those)
 * between sheets, Ctrl+S to save, Ctrl+F to search (once more: the browser's own search). A press outside of the sheet writes what is being typed.
 */
export function useWorkbenchKeys(): void {
  const { store, sheet } = usePane();
  const { view, saveAs, commit } = useCommands();
  useEffect(() => {
    const turn = (step: number): void => {
      const { workbook, sheet: current } = store.state();
      const shown = workbook ? shownSheets(workbook, current) : [];
      const next = shown[shown.findIndex(({ name }) => name === current) + step];
      if (next)
        void view()
          ?.show(next.name)
          .then(() => view()?.focus());
    };
    const finding = (): boolean => document.activeElement?.closest(".find-bar") !== null;
    const find = (): void => {
      store.dispatch({ type: "finding", finding: true });
      document.querySelector<HTMLInputElement>(".find-bar input")?.select();
    };
    const press = (event: KeyboardEvent): void => {
      if (!view() || event.isComposing) return;
      const command = event.ctrlKey || event.metaKey;
      if (event.key === "F6") {
        if (sheet.element.contains(document.activeElement)) void commit().then(() => paneEntry()?.focus());
        else view()?.focus();
      } else if ((command || event.altKey) && (event.key === "PageDown" || event.key === "PageUp")) turn(event.key === "PageDown" ? 1 : -1);
      else if (command && event.key.toLowerCase() === "s") void saveAs();
      else if (command && event.key.toLowerCase() === "f" && !finding()) find();
      else if (command && event.key.toLowerCase() === "h") store.dispatch({ type: "noticed", notice: NO_REPLACING });
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (event: PointerEvent): void => {
      if (
        event.target instanceof Node &&
        !sheet.element.contains(event.target) &&
        !(event.target instanceof Element && event.target.closest("[data-u-comp]"))
      )
        void commit();
    };
    window.addEventListener("keydown", press, true);
    window.addEventListener("pointerdown", leave, true);
    return () => {
      window.removeEventListener("keydown", press, true);
      window.removeEventListener("pointerdown", leave, true);
    };
  }, [store, sheet, view, saveAs, commit]);
}
