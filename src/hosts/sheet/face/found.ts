import type { Injector } from "@univerjs/core";
import { IFindReplaceService } from "@univerjs/find-replace";

/** What is found is selected, as people are used to; the library only paints it. */
export function selectFound(injector: Injector): void {
  const finding = injector.get(IFindReplaceService);
  finding.currentMatch$.subscribe((match) => {
    // The search takes the match for its own first.
    if (match) setTimeout(() => finding.focusSelection(), 0);
  });
}
