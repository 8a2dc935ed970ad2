import type { WorkbookDoor } from "../../hosts/door";
import type { PlainWorkbook } from "../../workbook/plain";
import type { Services } from "../effects/services";
import type { Pane } from "../pane-context";
import type { Around } from "../store/around";

export interface StartedPane extends Pane {
  /** Works on this workbook from now on. */
  readonly open: (door: WorkbookDoor) => void;
  /** A file's bytes as a workbook, read away from the page. */
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Promise<PlainWorkbook>;
}

/** A program that the pane runs in: all that is different from one to the other. */
export interface Program extends Pick<Services, "openElsewhere" | "openPage"> {
  readonly around: Around;
  /** The program's own background ("#262626"), where it has one to tell; the page's system decides else. */
  readonly background: () => string | null;
  /** Calls back when that background may have changed. */
  readonly onBackground: (tell: () => void) => void;
  /** Once the pane is drawn: the workbook is opened, the ribbon's buttons answered. */
  readonly begin: (pane: StartedPane) => Promise<void>;
}
