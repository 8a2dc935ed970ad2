import { normalise } from "../text/wording";
import { readAmountText } from "../amount/read-text";
import type { CellValue, PlainWorkbook } from "./plain";
import { textAt } from "./row-reader";

const BUDGET_YEAR = /(20[1-4]\d)年(?:度)?(?:[^0-9]{0,20}(?:预算|部门|单位|没有|未安排|公开))?/g;
/** Rows looked at on each sheet: titles and covers stand at the top. */
const ROWS = 12;

/**
 * The budget year: as the 填报 sheet states it; else the year most often named in titles, covers and empty-table
 * sentences. null where no year is named.
 */
export function findYear(workbook: PlainWorkbook, notes: readonly string[]): number | null {
  const stated = statedYear(workbook);
  if (stated !== null) return stated;
  const counts = new Map<number, number>();
  const count = (text: string, weight: number): void => {
    for (const match of normalise(text).matchAll(BUDGET_YEAR)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + weight);
    }
  };
  for (const note of notes) count(note, 2);
  for (const sheet of workbook.sheets) {
    if (sheet.name.startsWith("填报-")) continue;
    // Of a report a sheet is called by the title that stands on it.
    if (sheet.printed !== true) count(sheet.name, 1);
    for (const row of sheet.values.slice(0, ROWS))
      if (!row.some(isAmount)) for (const cell of row) if (typeof cell === "string" && cell.length < 80) count(cell, 1);
  }
  return (
    [...counts].reduce<[number, number] | null>(
      (best, entry) => (best && (best[1] > entry[1] || (best[1] === entry[1] && best[0] > entry[0])) ? best : entry),
      null,
    )?.[0] ?? null
  );
}

/** A row of amounts names projects, and many a project has a year of its own in its name. */
const isAmount = (cell: CellValue): boolean =>
  typeof cell === "number" || (typeof cell === "string" && /\d\.\d{2}$/.test(normalise(cell)) && readAmountText(cell) !== null);

function statedYear(workbook: PlainWorkbook): number | null {
  const sheet = workbook.sheets.find(({ name }) => name === "填报-基本信息");
  for (const row of sheet?.values ?? []) {
    const at = row.findIndex((cell) => typeof cell === "string" && normalise(cell) === "预算年度");
    const year = at < 0 ? Number.NaN : Number(textAt(row, at + 1).split("年", 1)[0]);
    if (Number.isInteger(year) && year >= 2010 && year < 2100) return year;
  }
  return null;
}
