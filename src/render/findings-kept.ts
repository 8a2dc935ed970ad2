import { fullAddress } from "../amount/cell-ref";
import type { Finding } from "../checks/report";
import { heldIn } from "../workbook/held";
import type { PlainSheet, PlainWorkbook } from "../workbook/plain";

/** What a 审核结果 sheet holds that is not to be lost when it is written again. */
export interface Kept {
  /** 审核人 and 日期, as they were typed. */
  readonly by: string;
  readonly on: string;
  /** What it says is wrong, or was mended. */
  readonly rows: readonly KeptRow[];
}

export interface KeptRow {
  /** Address of its first cell ("表5!E27"); "" where it names none. */
  readonly place: string;
  readonly message: string;
  /** 审核说明, as it stands on the sheet. */
  readonly note: string;
  readonly rule: string;
}

export const nothingKept: Kept = { by: "", on: "", rows: [] };

export const FINDINGS_SHEET = "审核结果";
/** What stands before the place for who reviewed it, and when. */
export const SIGNATURE = { by: "审核人", on: "日期" } as const;

/** A finding's row is known again by its rule, its place and its words. */
export const placeOf = ({ cells: [first] }: Pick<Finding, "cells">): string => (first ? fullAddress(first) : "");
export const saysOf = ({ message, advice }: Pick<Finding, "message" | "advice">): string => message + advice;

/** What is said of a row that was wrong the last time and is no longer. */
export const REPAIRED = "已改好";
/** Rows of these are kept; 提示 and 尾差 want no mending. */
const KEPT: ReadonlySet<string> = new Set(["不符", "请核实", "未执行", REPAIRED]);

/** The columns by their headings, wherever they stand: sheets of earlier versions have them in another order. */
const COLUMNS = { conclusion: "结论", place: "单元格", message: "说明", note: "审核说明", rule: "规则" } as const;

/** Reads a 审核结果 sheet back; nothing where the workbook has none, or it has been made into something else. */
export function keptIn({ sheets }: PlainWorkbook): Kept {
  const sheet = sheets.find(({ name }) => name === FINDINGS_SHEET);
  if (!sheet) return nothingKept;
  const rows = sheet.values.map((row) => row.map(heldIn));
  const at = rows.findIndex((row) => Object.values(COLUMNS).every((heading) => row.includes(heading)));
  const heading = rows[at];
  if (!heading) return nothingKept;
  const column = (key: keyof typeof COLUMNS): number => heading.indexOf(COLUMNS[key]);
  return {
    by: besideIn(sheet, SIGNATURE.by),
    on: besideIn(sheet, SIGNATURE.on),
    rows: rows
      .slice(at + 1)
      .filter((row) => KEPT.has(row[column("conclusion")] ?? ""))
      .map((row) => {
        const said = (key: keyof typeof COLUMNS): string => row[column(key)] ?? "";
        return { place: said("place"), message: said("message"), note: said("note"), rule: said("rule") };
      }),
  };
}

/** The first thing that stands to the right of a word; the next label is no answer. */
function besideIn({ values }: PlainSheet, word: string): string {
  for (const row of values) {
    const at = row.findIndex((value) => value === word);
    if (at < 0) continue;
    const next = heldIn(row.slice(at + 1).find((value) => value !== null && value !== "") ?? "");
    return Object.values<string>(SIGNATURE).includes(next) ? "" : next;
  }
  return "";
}
