import type { DeskHeld, DeskRound } from "../../desk/held";
import { pairsOf, partnersOf, withoutPartner } from "../../desk/offices";
import { pairHolder, partnerHolder } from "../../desk/pair-holder";
import type { DeskFile, DeskProof } from "../../desk/file";
import { unknownIdentity, type FileIdentity } from "../../desk/file-identity";
import type { Gathered } from "./sorting";
import { EMPTY, type DeskStore } from "./state";
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
    ...EMPTY,
    files: [...files],
    stage: "checking",
    filter: { words: "", state: null },
    sort: { by: "given", up: true },
  });
  const shown = throttled(() => store.set({ files: [...files], proofs: [...proofs] }));

  const byName = new Map<string, NamedFile>(given.map((one) => [one.name, one]));
  const pairs = pairHolder(async (pair) => {
    const [workbook, report] = [byName.get(pair.workbook.file), byName.get(pair.report.file)];
    const proof = workbook && report ? await threads.beside(workbook, report) : null;
    if (!proof || isOver()) return null;
    proofs.push(proof);
    shown.ask();
    return proof;
  });

  const work = async (): Promise<void> => {
    await inTurn(given, threads.width, isOver, async (of, place) => {
      const file = await threads.check(of);
      if (isOver()) return;
      files[place] = file;
      shown.ask();
      // While its report is still known to the thread that read it.
      await pairs.checked(file);
    });
    if (isOver()) return;
    shown.last();
    store.set({ stage: "pairing" });
    await inTurn(pairsOf(files.filter((file) => file !== undefined)), threads.width, isOver, async (pair) => {
      await pairs.hold(pair);
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

/** What a desk is held against: the round before, or last year's files. */
export type Against = "lastRound" | "lastYear";

export const AGAINST_WORDS: Readonly<Record<Against, string>> = { lastRound: "上一稿", lastYear: "上年" };

/** How many of the desk's files found their other side. */
function heldWords(count: number, files: readonly DeskFile[], against: Against): string {
  const words = AGAINST_WORDS[against];
  const all = files.filter(({ state }) => state === "checked" || (against === "lastRound" && state === "words")).length;
  return `与${words}对照了 ${String(count)} 个文件${count < all ? `，另 ${String(all - count)} 个在${words}里没有找到同一单位的文件` : ""}。`;
}

/**
 * Holds the desk's files against those of the round before, or of the year before, office by office.
 *
 * @returns what stops it, and a promise of what came of it, in words; null where it was stopped.
 */
export function holdDesk(
  store: DeskStore,
  { files: given }: Gathered,
  threads: DeskThreads,
  against: Against,
): { readonly stop: () => void; readonly held: Promise<string | null> } {
  const over = new AbortController();
  const isOver = (): boolean => over.signal.aborted;
  const work = async (): Promise<string | null> => {
    store.set({ stage: "holding" });
    const own = store.state().files.filter((file) => file !== undefined);
    const byName = (names: readonly NamedFile[]): ReadonlyMap<string, NamedFile> => new Map(names.map((one) => [one.name, one]));
    const [ours, theirs] = [byName(store.state().given ?? []), byName(given)];
    const yearsBack = against === "lastRound" ? 0 : 1;
    const holder = partnerHolder(own, yearsBack, async ({ file, other }): Promise<DeskRound | DeskHeld | null> => {
      const [of, before] = [ours.get(file.file), theirs.get(other.file)];
      if (!of || !before || isOver()) return null;
      return against === "lastRound" ? threads.round(of, before) : threads.lastYear(of, before);
    });
    const read: (FileIdentity | null)[] = given.map(() => null);
    await inTurn(given, threads.width, isOver, async (of, place) => {
      const identity = (await threads.identity(of)) ?? unknownIdentity(of.name);
      read[place] = identity;
      // While the thread that read it still knows it.
      await holder.known(identity);
    });
    const others = read.filter((identity) => identity !== null);
    const rounds: DeskRound[] = [];
    const held: DeskHeld[] = store.state().held.filter(({ kind }) => kind !== "lastYear");
    const shown = throttled(() => store.set(against === "lastRound" ? { rounds: [...rounds] } : { held: [...held] }));
    let count = 0;
    const pairs = partnersOf(own, others, yearsBack);
    await inTurn(pairs, threads.width, isOver, async (pair) => {
      const found = await holder.hold(pair);
      if (found && "kind" in found) held.push(found);
      else if (found) rounds.push(found);
      count += 1;
      shown.ask();
    });
    if (isOver()) return null;
    shown.last();
    store.set({ stage: "done", ...(against === "lastRound" ? { gone: withoutPartner(others, pairs) } : {}) });
    return heldWords(count, own, against);
  };
  return {
    stop: () => {
      over.abort();
      threads.end();
      store.set({ stage: "done" });
    },
    held: work(),
  };
}
