import type { PlainWorkbook } from "./plain";
import { titlesAtTop } from "./title";

/**
 * Whether a workbook is of final accounts (决算公开表): half or more of the titles that speak of 预算 or 决算 speak of 决算.
 * Their tables look like a budget's and follow other rules.
 */
export function isFinalAccounts(workbook: PlainWorkbook): boolean {
  let accounts = 0;
  let all = 0;
  for (const sheet of workbook.sheets)
    for (const title of titlesAtTop(sheet)) {
      if (/决算/.test(title)) accounts++;
      if (/决算|预算|收支|收入|支出|经费/.test(title)) all++;
    }
  return accounts > 0 && accounts * 2 >= all;
}
