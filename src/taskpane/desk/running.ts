import { pairsOf } from "../../desk/offices";
import type { DeskFile, DeskProof } from "../../desk/file";
import type { Gathered } from "./gather";
import type { DeskStore } from "./state";
import type { NamedFile } from "./task";
import type { DeskThreads } from "./threads";

/** What has come is shown so often: more would be drawn in vain. */
const SHOW_EVERY = 250;

/** Calls `show` at most every so often, and once more at the end. */
function throttled(show: () => void): { readonly ask: () => void; readonly last: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        show();
      }, SHOW_EVERY);
    },
    last: () => {
      clearTimeout(timer);
      timer = undefined;
      show();
    },
  };
}

/** Does the work for every item, several at a time; ends early once `isOver`. */
async function inTurn<Item>(
  items: readonly Item[],
  width: number,
  isOver: () => boolean,
  work: (item: Item, place: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < items.length && !isOver()) {
      const place = next++;
      const item = items[place];
      if (item !== undefined) await work(item, place);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
}

/**
 * Checks what was gathered, and then the reports against the workbooks of their offices. Rows appear as they are read; a desk
 * that takes its place, or the user, ends it.
 *
 * @returns what stops it.
 */
export function runDesk(store: DeskStore, { files: given, others }: Gathered, threads: DeskThreads): { readonly stop: () => void } {
  const over = new AbortController();
  const isOver = (): boolean => over.signal.aborted;
  const files: (DeskFile | undefined)[] = Array.from({ length: given.length }, () => undefined);
  const proofs: DeskProof[] = [];
  store.set({
    isShown: true,
    given,
    others,
    files: [...files],
    proofs: [],
    stage: "checking",
    filter: { words: "", state: null },
    sort: { by: "given", up: true },
    last: null,
  });
  const shown = throttled(() => store.set({ files: [...files], proofs: [...proofs] }));

  const work = async (): Promise<void> => {
    await inTurn(given, threads.width, isOver, async (of, place) => {
      const file = await threads.check(of);
      if (isOver()) return;
      files[place] = file;
      shown.ask();
    });
    if (isOver()) return;
    shown.last();
    store.set({ stage: "pairing" });
    const byName = new Map<string, NamedFile>(given.map((one) => [one.name, one]));
    await inTurn(pairsOf(files.filter((file) => file !== undefined)), threads.width, isOver, async (pair) => {
      const [workbook, report] = [byName.get(pair.workbook.file), byName.get(pair.report.file)];
      const proof = workbook && report ? await threads.beside(workbook, report) : null;
      if (!proof || isOver()) return;
      proofs.push(proof);
      shown.ask();
    });
    if (isOver()) return;
    shown.last();
    store.set({ stage: "done" });
  };

  void work();
  return {
    stop: () => {
      if (isOver()) return;
      over.abort();
      threads.end();
      shown.last();
      store.set({ stage: "stopped" });
    },
  };
}
