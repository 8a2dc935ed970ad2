import type { WorkbookDoor } from "../../hosts/door";
import type { Spreadsheet } from "../../hosts/sheet/spreadsheet";
import type { Engine } from "../engine/engine";
import type { Store } from "../store/store";

/** What the pane's commands work with. The door changes when the workbench opens another file. */
export interface Services {
  readonly store: Store;
  readonly engine: Engine;
  /** null while no workbook is open. */
  readonly door: () => WorkbookDoor | null;
  readonly setDoor: (door: WorkbookDoor | null) => void;
  /** Opens a workbook in a window of its own; false where the host cannot. */
  readonly openElsewhere: (bytes: Uint8Array) => Promise<boolean>;
  /** Shows another page of this tool's own, in a window of its own. */
  readonly openPage: (address: string) => void;
  /** The workbench's spreadsheet, started when first asked for. */
  readonly spreadsheet: () => Promise<Spreadsheet>;
  readonly now: () => Date;
  /** Keeps the preferences of this machine; a failure is no matter. */
  readonly keep: (key: string, value: unknown) => void;
}
