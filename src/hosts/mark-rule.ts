import type { CellMark } from "./door";

/**
 * A mark is a conditional format whose rule is always true and names this tool: `N` of a text is 0. The rule is kept in
 * the file, so marks are known again after the workbook was saved and reopened, which ids of conditional formats are not.
 */
export const MARK_TAG = "BUDGET-DISCLOSURE-MARK";
export const markRule = (level: CellMark["level"]): string => `=N("${MARK_TAG} ${level}")=0`;

export const MARK_FILLS: Readonly<Record<CellMark["level"], string>> = { error: "#FFC7CE", warning: "#FFEB9C", info: "#DDEBF7" };
/** The later stands above the earlier. */
export const MARK_LEVELS: readonly CellMark["level"][] = ["info", "warning", "error"];
