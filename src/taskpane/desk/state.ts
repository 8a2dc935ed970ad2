import type { Decision } from "../../desk/decisions";
import type { DeskFile, DeskProof } from "../../desk/file";
import type { FileIdentity } from "../../desk/file-identity";
import type { DeskHeld, DeskRound } from "../../desk/held";
import type { DeskFilter, DeskSort } from "./order";
import type { NamedFile } from "./task";

/** Many files at once, as far as they are read. */
export interface DeskState {
  /** In view; the office that was opened from it is, otherwise. */
  readonly isShown: boolean;
  /** In the order of their names; null: no desk. */
  readonly given: readonly NamedFile[] | null;
  /** Names of the files of other kinds that lay among them. */
  readonly others: readonly string[];
  /** What became of each, at its place; undefined where it is not read yet. */
  readonly files: readonly (DeskFile | undefined)[];
  readonly proofs: readonly DeskProof[];
  readonly held: readonly DeskHeld[];
  readonly rounds: readonly DeskRound[];
  /** Files of the round before that none of these was held against. */
  readonly gone: readonly FileIdentity[];
  readonly decisions: readonly Decision[];
  /** Stamps of the decisions that stand in a file. */
  readonly saved: ReadonlySet<string>;
  /** Who reviews; "" where nobody is named. */
  readonly reviewer: string;
  /** checking: the files · pairing: reports against the workbooks of their offices · holding: against other files · done · stopped: by the user. */
  readonly stage: "checking" | "pairing" | "holding" | "done" | "stopped";
  readonly filter: DeskFilter;
  readonly sort: DeskSort;
  /** Name of the file that was opened from the desk last. */
  readonly last: string | null;
  /** The office whose findings are looked through, by the name of its first file; null: none is. */
  readonly chosen: string | null;
  /** How often one was chosen: each time the keyboard goes to its first open finding, also of the one that is in view already. */
  readonly looked: number;
}

export interface DeskStore {
  readonly state: () => DeskState;
  readonly set: (change: Partial<DeskState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Of a desk that holds no files yet. */
export const EMPTY = { files: [], proofs: [], held: [], rounds: [], gone: [], last: null, chosen: null } as const;

const nothing: DeskState = {
  ...EMPTY,
  isShown: false,
  given: null,
  others: [],
  looked: 0,
  decisions: [],
  saved: new Set(),
  reviewer: "",
  stage: "done",
  filter: { words: "", state: null },
  sort: { by: "given", up: true },
};

export function createDeskStore(): DeskStore {
  let state = nothing;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
