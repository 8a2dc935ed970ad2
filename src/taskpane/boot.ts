import type { WorkbookDoor } from "../hosts/door";
import { createCommands } from "./effects/commands";
import { draftOf, PROOF_TEXT } from "./effects/drafts";
import { followChanges } from "./effects/live";
import { readLocal, writeLocal } from "./effects/local";
import { SETTINGS_KEY } from "./effects/navigating";
import type { Services } from "./effects/services";
import { createEngine } from "./engine/engine";
import { inlineTransport, workerTransport } from "./engine/transport";
import type { Pane } from "./pane-context";
import { createSheetHost } from "./workbench/sheet-host";
import { readSettings } from "./store/settings";
import { initialState } from "./store/state";
import { createStore } from "./store/store";

export interface StartedPane extends Pane {
  /** Works on this workbook from now on. */
  open(door: WorkbookDoor): void;
}

/** Puts store, engine and commands together. */
export function startPane(host: "excel" | "file", openElsewhere: Services["openElsewhere"] = () => Promise.resolve(false)): StartedPane {
  const settings = readSettings(readLocal(SETTINGS_KEY));
  const store = createStore({ ...initialState(host, settings), proofText: (settings.keepCopy ? draftOf(PROOF_TEXT) : null) ?? "" });
  const engine = createEngine(typeof Worker === "undefined" ? inlineTransport() : workerTransport());
  const sheet = createSheetHost();
  let door: WorkbookDoor | null = null;
  let stopFollowing: Promise<() => Promise<void>> | null = null;
  const open = (next: WorkbookDoor | null): void => {
    door = next;
    void stopFollowing?.then((stop) => stop()).catch(() => undefined);
    // Where changes cannot be followed the results are simply not marked stale.
    stopFollowing = next && followChanges(next, store, () => void commands.refresh());
    stopFollowing?.catch(() => undefined);
  };
  const services: Services = {
    store,
    engine,
    door: () => door,
    setDoor: open,
    openElsewhere,
    spreadsheet: sheet.start,
    now: () => new Date(),
    keep: writeLocal,
  };
  const commands = createCommands(services);
  return { store, commands, sheet, open };
}
