import type { CellMark } from "./door";

/**
 * A mark is a conditional format whose rule is always true and names this tool: `N` of a text is 0. The rule is kept in
 * the file, so marks are known again after the workbook was saved and reopened, which ids of conditional formats are not.
 */
export const MARK_TAG = "BUDGET-DISCLOSURE-MARK";
export const markRule = (level: CellMark["level"]): string => `=N("${MARK_TAG} ${level}")=0`;

/** How a mark looks. Where a screen shows no colours of cells (high contrast), the writing still tells. */
export interface MarkLook {
  readonly fill: string;
  readonly writing: "bold" | "italic";
}
export const MARK_LOOKS: Readonly<Record<CellMark["level"], MarkLook>> = {
  error: { fill: "#FFB3BA", writing: "bold" },
  warning: { fill: "#FFEB9C", writing: "italic" },
  faint: { fill: "#FDEDEC", writing: "italic" },
};
/** From the faintest to the gravest: the later stands above the earlier. */
export const MARK_LEVELS: readonly CellMark["level"][] = ["faint", "warning", "error"];
