import type { CellRef } from "../../amount/cell-ref";
import { normalise } from "../../text/wording";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { Severity } from "../report";

/** The sheet with a workbook's own rules. */
export const CUSTOM_SHEET = "自定义审核";
export const CUSTOM_HEADINGS = ["编号", "级别", "公式", "说明"] as const;
type Heading = (typeof CUSTOM_HEADINGS)[number];

const aliases: Readonly<Record<Heading, readonly string[]>> = {
  编号: ["编号", "规则编号", "审核编号"],
  级别: ["级别", "等级"],
  公式: ["公式", "审核公式"],
  说明: ["说明", "理由", "备注", "原因"],
};

const levels: Readonly<Record<string, Severity | "off">> = {
  错误: "error",
  不符: "error",
  error: "error",
  e: "error",
  警告: "warning",
  请核实: "warning",
  核实: "warning",
  warning: "warning",
  w: "warning",
  提示: "info",
  info: "info",
  i: "info",
  停用: "off",
  关闭: "off",
  不查: "off",
  off: "off",
};

/** One row of the sheet. */
export interface CustomRow {
  /** As written; "" where blank. */
  readonly id: string;
  readonly level: Severity | "off" | null;
  /** As written, where it is no level. */
  readonly unknownLevel: string | null;
  readonly formula: string;
  readonly note: string;
  /** 1-based, as Excel counts. */
  readonly line: number;
  readonly cell: (heading: Heading) => CellRef;
}

/** The rows of 自定义审核, by heading; [] where the workbook has no such sheet or it has no headings. */
export function readCustomRows(workbook: PlainWorkbook): readonly CustomRow[] {
  const sheet = workbook.sheets.find(({ name }) => normalise(name) === CUSTOM_SHEET);
  if (!sheet) return [];
  const head = sheet.values.findIndex(
    (cells) => columnOf(cells, "公式") >= 0 || (columnOf(cells, "编号") >= 0 && columnOf(cells, "级别") >= 0),
  );
  const headings = sheet.values[head];
  if (!headings) return [];
  const columns = Object.fromEntries(CUSTOM_HEADINGS.map((heading) => [heading, columnOf(headings, heading)])) as Record<Heading, number>;
  return sheet.values.slice(head + 1).flatMap((_, index) => {
    const row = readRow(sheet, head + 1 + index, columns);
    return row ? [row] : [];
  });
}

function columnOf(cells: readonly unknown[], heading: Heading): number {
  return cells.findIndex((cell) => typeof cell === "string" && aliases[heading].includes(normalise(cell)));
}

function readRow(sheet: PlainSheet, index: number, columns: Readonly<Record<Heading, number>>): CustomRow | null {
  const text = (heading: Heading): string => {
    const at = columns[heading];
    const value = at < 0 ? null : sheet.values[index]?.[at];
    // A formula typed without an apostrophe may have become one of Excel's: its own words are kept.
    const typed = at < 0 ? undefined : sheet.formulas[index]?.[at];
    return (typed ?? (typeof value === "string" || typeof value === "number" ? String(value) : "")).trim();
  };
  const [id, level, formula, note] = [text("编号"), text("级别"), text("公式").replace(/^[=＝]/, ""), text("说明")];
  if (id === "" && formula === "") return null;
  const word = normalise(level).toLowerCase();
  const known = Object.hasOwn(levels, word) ? (levels[word] ?? null) : null;
  return {
    id,
    formula,
    note,
    level: known,
    unknownLevel: level !== "" && known === null ? level : null,
    line: sheet.top + index + 1,
    cell: (heading) => ({ sheet: sheet.name, row: sheet.top + index, column: sheet.left + Math.max(0, columns[heading]) }),
  };
}
