import { createContext, useContext, useSyncExternalStore } from "react";
import type { DeskCommands } from "./commands";
import type { DeskState, DeskStore } from "./state";

export interface DeskContextValue {
  readonly store: DeskStore;
  readonly commands: DeskCommands;
}

export const DeskContext = createContext<DeskContextValue | null>(null);

export function useDesk(): DeskContextValue {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("outside the workbench");
  return desk;
}

/** A part of the desk's state; `select` must give the same object for the same state. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}
