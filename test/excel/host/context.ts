import type { Area } from "../area";
import type { FakeSheet } from "../fake-sheet";
import type { FakeWorkbook } from "../fake-workbook";

/** What the objects on Excel's side need of the running fake. */
export interface HostContext {
  readonly workbook: FakeWorkbook;
  /** Throws AccessDenied where the workbook is read-only or the sheet protected; `area`: entries into cells, which may be unlocked. */
  readonly mayEdit: (sheet: FakeSheet | null, area?: Area) => void;
  /** The same for looks, which the protection may allow. */
  readonly mayFormat: (sheet: FakeSheet) => void;
  /** Throws AccessDenied where sheets may not be added, renamed or deleted. */
  readonly mayRestructure: () => void;
  /** Raises onChanged, as an add-in's own write does. */
  readonly changed: (sheet: FakeSheet, area: Area) => void;
  readonly raise: (event: "added" | "deleted", sheet: FakeSheet) => void;
  readonly newId: () => string;
}
