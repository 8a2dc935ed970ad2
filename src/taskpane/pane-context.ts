import { createContext, useContext, useSyncExternalStore } from "react";
import type { Commands } from "./effects/commands";
import type { State } from "./store/state";
import type { Store } from "./store/store";
import type { SheetHost } from "./workbench/sheet-host";

export interface Pane {
  readonly store: Store;
  readonly commands: Commands;
  /** Where the workbench's spreadsheet lives. */
  readonly sheet: SheetHost;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("outside the pane");
  return pane;
}

/** A part of the state; `select` must give the same object for the same state. */
export function usePaneState<T>(select: (state: State) => T): T {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

export function useCommands(): Commands {
  return usePane().commands;
}
