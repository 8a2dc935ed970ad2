import type { Injector } from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";

const EDITOR = '[data-u-comp="editor"]';

/**
 * The sheet's hidden editor gets the keys in every browser. Firefox leaves the keyboard on a pressed canvas, and puts no
 * caret into an editor that is given the keyboard by the page: keys would be heard and nothing written.
 */
export function keysReachEditor(container: HTMLElement, injector: Injector): void {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target instanceof HTMLCanvasElement && container.contains(target))
      setTimeout(() => {
        if (document.activeElement === target) injector.get(ILayoutService).focus();
      }, 0);
  });
  document.addEventListener(
    "keydown",
    ({ target }) => {
      const caret = document.getSelection();
      if (target instanceof HTMLElement && target.matches(EDITOR) && caret && !target.contains(caret.anchorNode)) caret.collapse(target, 0);
    },
    true,
  );
}
