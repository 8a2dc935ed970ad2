import { normalise } from "../text/wording";
import { bareTitle, mayBeTitle } from "./title";
import type { PlainWorkbook } from "./plain";

/** Rows of a sheet in which its title may stand. */
const ROWS = 8;

/**
 * Whether a workbook is of final accounts (决算公开表): half or more of the titles that speak of 预算 or 决算 speak of 决算.
 * Their tables look like a budget's and follow other rules.
 */
export function isFinalAccounts(workbook: PlainWorkbook): boolean {
  let accounts = 0;
  let all = 0;
  for (const sheet of workbook.sheets)
    for (const row of sheet.values.slice(0, ROWS))
      for (const cell of row) {
        if (typeof cell !== "string" || cell.length > 60) continue;
        const norm = normalise(cell);
        if (!mayBeTitle(norm)) continue;
        const bare = bareTitle(norm);
        if (/决算/.test(bare)) accounts++;
        if (/决算|预算|收支|收入|支出|经费/.test(bare)) all++;
      }
  return accounts > 0 && accounts * 2 >= all;
}
