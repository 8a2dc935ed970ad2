import type { PlainSheet, PlainWorkbook } from "./plain";
import { normalise } from "../text/wording";
import { SUBJECT_SHEET } from "./subject-sheet";

/** Sheets that this tool writes or reads as its own (填报, rules, results): never searched for disclosure tables. */
const OWN: ReadonlySet<string> = new Set([
  "自定义审核",
  SUBJECT_SHEET,
  "错词",
  "审核结果",
  "预算情况说明",
  "校对结果",
  "核对意见",
  "公开清单",
  "没有核对的",
]);

/** Whether a sheet is this tool's own by its name. */
export function isOwnSheet(name: string): boolean {
  return name.startsWith("填报-") || OWN.has(normalise(name));
}

/** The sheets that a reader of the workbook sees of the office's own. */
export const sheetsSeen = ({ sheets }: PlainWorkbook): readonly PlainSheet[] =>
  sheets.filter(({ name, visibility }) => visibility === "visible" && !isOwnSheet(name));

/** Sheets of a disclosure that hold no table and are looked at all the same: their years and titles are checked. */
const FRONT: ReadonlySet<string> = new Set(["封面", "目录", "封皮"]);

export function isFrontSheet(name: string): boolean {
  return FRONT.has(normalise(name));
}
