import { normalise, printable } from "../text/wording";
import type { RawTables } from "./read-table";
import type { NearMiss, Recognised } from "./recognised";
import { mayBeTitle } from "./title";
import type { PlainSheet, PlainWorkbook } from "./plain";
import { isFrontSheet, isOwnSheet } from "./own-sheets";

/** Rows of a sheet in which its title may stand. */
const ROWS = 8;

/** Every sheet that no table was read from and no check looks at, with the reason: what was not read is never passed over. */
export function unreadSheets(
  workbook: PlainWorkbook,
  parts: RawTables,
  near: readonly NearMiss[],
  duplicates: Recognised["duplicates"],
  finalAccounts: boolean,
): Recognised["unread"] {
  const used = new Set([...parts.values()].map((part) => part.candidate.block.sheet));
  return workbook.sheets.flatMap((sheet) => {
    if (used.has(sheet) || isOwnSheet(sheet.name) || isFrontSheet(sheet.name)) return [];
    const hidden = sheet.visibility === "visible" ? "" : "（隐藏的工作表）";
    return [{ sheet: sheet.name, reason: `${reasonOf(sheet, parts, near, duplicates, finalAccounts)}${hidden}` }];
  });
}

function reasonOf(
  sheet: PlainSheet,
  parts: RawTables,
  near: readonly NearMiss[],
  duplicates: Recognised["duplicates"],
  finalAccounts: boolean,
): string {
  if (finalAccounts) return "是决算公开表，不是预算公开表";
  if (sheet.values.every((row) => row.every((cell) => cell === null || cell === ""))) return "空白工作表";
  const twin = duplicates.find((duplicate) => duplicate.sheet === sheet.name);
  if (twin) return `与工作表“${parts.get(twin.key)?.candidate.block.sheet.name ?? ""}”是同一张表，只用了那一张`;
  const miss = near.find((one) => one.sheet === sheet.name);
  if (miss) return miss.reason;
  const title = titleOn(sheet);
  return title === null ? "没有认出公开表" : `表题是“${title}”，不是这套公开表里的表`;
}

function titleOn(sheet: PlainSheet): string | null {
  for (const row of sheet.values.slice(0, ROWS))
    for (const cell of row) if (typeof cell === "string" && cell.trim().length > 3 && mayBeTitle(normalise(cell))) return printable(cell);
  return null;
}
