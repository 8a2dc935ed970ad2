import { DoorProblem } from "./door";

/**
 * A hidden name on each sheet of this tool's own. It is kept in the file and goes with the sheet when that is renamed or
 * moved; a sheet of the user's that happens to have the same title does not carry it.
 */
export const OWN_SHEET = "_BudgetDisclosureSheet";

/** Sheets of the user's stand under the names that this tool writes to. */
export const foreignSheets = (names: readonly string[]): DoorProblem =>
  new DoorProblem(
    "unsupported",
    `工作簿里已有工作表${names.map((name) => `“${name}”`).join("、")}，但不是本工具建立的，没有改动。请先把它改名或移走，再点一次。`,
  );
