import type { WorkbookDoor } from "../../hosts/door";
import type { Store } from "../store/store";

/** Sheets of this tool that hold results only: writing them changes nothing that is checked. */
const RESULT_SHEETS: readonly string[] = ["审核结果", "预算情况说明", "校对结果", "核对意见", "公开清单", "没有核对的"];
const QUIET_MILLISECONDS = 800;

/**
 * After a change in the workbook results are marked stale; where the user wants it they are made anew once the changes
 * have stopped for a moment. Returns the function that ends it.
 */
export async function followChanges(door: WorkbookDoor, store: Store, refresh: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = await door.onChanged((sheet) => {
    if (RESULT_SHEETS.includes(sheet)) return;
    const { analysis, narrative, proof, settings } = store.state();
    if (!analysis && !narrative && !proof) return;
    store.dispatch({ type: "changed" });
    if (!settings.live) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MILLISECONDS);
  });
  return async () => {
    clearTimeout(timer);
    await stop();
  };
}
