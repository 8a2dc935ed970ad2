import type { WorkbookDoor } from "../hosts/door";
import { hasWorkers } from "../hosts/file/apart/workers";
import { createCommands } from "./effects/commands";
import { draftOf, PROOF_TEXT } from "./effects/drafts";
import { followChanges } from "./effects/live";
import { readLocal, writeLocal } from "./effects/local";
import { SETTINGS_KEY } from "./effects/navigating";
import type { Services } from "./effects/services";
import { createEngine } from "./engine/engine";
import { inlineTransport, workerTransport } from "./engine/transport";
import type { Program, StartedPane } from "./programs/program";
import { createSheetHost } from "./workbench/sheet-host";
import { readSettings } from "./store/settings";
import { initialState } from "./store/state";
import { createStore } from "./store/store";

/** Puts store, engine and commands together. */
export function startPane({ around, openElsewhere, openPage }: Pick<Program, "around" | "openElsewhere" | "openPage">): StartedPane {
  const settings = readSettings(readLocal(SETTINGS_KEY));
  const store = createStore({ ...initialState(around, settings), proofText: (settings.keepCopy ? draftOf(PROOF_TEXT) : null) ?? "" });
  const engine = createEngine(hasWorkers() ? workerTransport() : inlineTransport());
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
    openPage,
    spreadsheet: sheet.start,
    now: () => new Date(),
    keep: writeLocal,
  };
  const commands = createCommands(services);
  const readWorkbook: StartedPane["readWorkbook"] = async (bytes, name) => (await engine.readFile("workbook", bytes, name)).workbook;
  return { store, commands, sheet, open, readWorkbook };
}
