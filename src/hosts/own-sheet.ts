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

/** Rows or columns have moved since the draft was made. */
export const movedSheet = (name: string): DoorProblem =>
  new DoorProblem("editing", `“${name}”刚刚有改动（行、列移动过，或名称改过），没有写入，您的内容都在。请再点一次。`);

/** A sheet is written under this name, very hidden, and shown only once it is complete. */
export const unfinishedName = (name: string): string => `~${name}`.slice(0, 31);
export const isUnfinishedName = (name: string): boolean => name.startsWith("~");
export const isUnfinished = (name: string, visibility: string): boolean => isUnfinishedName(name) && visibility === "VeryHidden";
