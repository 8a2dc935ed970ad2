import { createStore, del, entries, get, set } from "idb-keyval";
import type { Unsaved } from "../../hosts/sheet/unsaved";

/** Unsaved work of one workbook as it is kept on this machine. */
export interface Copy {
  /** Of the opening that it was kept from: two tabs with one file keep two. */
  readonly id: string;
  /** Of the opened file's name and bytes. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unsaved: Unsaved;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** When it was kept, in words: 1/12 09:30. A formatter made while the page starts would hold up its first painting. */
export const timeOf = ({ at }: Copy): string =>
  new Date(at).toLocaleString("zh-CN", { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });

/** What was changed, in words: 3 个单元格、2 张表. */
export const changesOf = ({ unsaved: { cells, drafts } }: Copy): string =>
  [
    [cells.length, "个单元格"],
    [drafts.length, "张表"],
  ]
    .flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words ?? ""}`]))
    .join("、") || "标记";

/** Where copies are kept. A browser that keeps nothing (private windows, full disks) is no matter: nothing is offered later. */
export interface Copies {
  readonly keep: (copy: Copy) => Promise<boolean>;
  readonly drop: (id: string) => Promise<void>;
  /** The newest first. */
  readonly all: () => Promise<readonly Copy[]>;
}

export function browserCopies(): Copies {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, in the order asked: what is dropped while it is being kept does not come back. */
  const quietly = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const mine = last.then(work).catch(() => otherwise);
    last = mine;
    return mine;
  };
  const store = ((): ReturnType<typeof createStore> => {
    let known: ReturnType<typeof createStore> | null = null;
    return (mode, callback) => (known ??= createStore("budget-workbench", "copies"))(mode, callback);
  })();
  return {
    keep: (copy) =>
      quietly(async () => {
        // The bytes are written once: they are the largest part and never change.
        const known = await get<Copy>(copy.id, store);
        await set(copy.id, known ? { ...copy, bytes: known.bytes } : copy, store);
        return true;
      }, false),
    drop: (id) => quietly(() => del(id, store), undefined),
    all: () =>
      quietly(async () => (await entries<string, Copy>(store)).map(([id, copy]) => ({ ...copy, id })).sort((a, b) => b.at - a.at), []),
  };
}

/** A name for a file that its bytes decide (FNV-1a); the same file opened twice has the same. */
export function keyOfFile(name: string, bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${name} ${String(bytes.length)} ${(hash >>> 0).toString(16)}`;
}
