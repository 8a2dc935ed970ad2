import { normalise, printable } from "../text/wording";
import type { Parts, RawTables } from "./read-table";
import type { NearMiss, Recognised } from "./recognised";
import { bareTitle, mayBeTitle } from "./title";
import type { PlainSheet, PlainWorkbook } from "./plain";
import { isFrontSheet, isOwnSheet } from "./own-sheets";

/** Rows of a sheet in which its title may stand. */
const ROWS = 8;

/** Every sheet that no table was read from and no check looks at, with the reason; `family`: whose tables they are, null where nobody knows. What was not read is never passed over. */
export function unreadSheets(
  workbook: PlainWorkbook,
  parts: RawTables,
  near: readonly NearMiss[],
  duplicates: Recognised["duplicates"],
  family: string | null,
): Recognised["unread"] {
  const all = [...parts.values()];
  return workbook.sheets.flatMap((sheet) => {
    if (isOwnSheet(sheet.name) || isFrontSheet(sheet.name)) return [];
    const own = all.filter((part) => part.candidate.block.sheet === sheet);
    if (own.length > 0) return besides(sheet, own, duplicates);
    const hidden = sheet.visibility === "visible" ? "" : "（隐藏的工作表）";
    const reason = reasonOf(sheet, parts, near, duplicates, family);
    return [{ sheet: sheet.name, reason: `${reason}${hidden}`, ...(reason === GOALS_READ && { goals: true as const }) }];
  });
}

function reasonOf(
  sheet: PlainSheet,
  parts: RawTables,
  near: readonly NearMiss[],
  duplicates: Recognised["duplicates"],
  family: string | null,
): string {
  if (family === "决算") return "是决算公开表，不是预算公开表";
  if (sheet.values.every((row) => row.every((cell) => cell === null || cell === ""))) return "空白工作表";
  const twin = duplicates.find((duplicate) => duplicate.sheet === sheet.name);
  if (twin) return `与工作表“${parts.get(twin.key)?.candidate.block.sheet.name ?? ""}”是同一张表，只用了那一张`;
  const miss = near.find((one) => one.sheet === sheet.name);
  if (miss) return miss.reason;
  const title = titleOn(sheet);
  if (title === null) return "没有认出公开表";
  if (GOALS.test(bareTitle(normalise(title)))) return GOALS_READ;
  return family === null ? `表题是“${title}”，这张表还不认得，没有核对` : `表题是“${title}”，不是这套公开表里的表`;
}

const GOALS = /绩效目标/;
const GOALS_READ = "是绩效目标表：能读出的项目名称、资金和分值已经核对，目标和指标没有核对";

function titleOn(sheet: PlainSheet): string | null {
  for (const row of sheet.values.slice(0, ROWS))
    for (const cell of row)
      if (typeof cell === "string" && mayBeTitle(normalise(cell)) && bareTitle(normalise(cell)).length > 2) return printable(cell);
  return null;
}

/** How far below a title its headings stand. */
const HEAD = 10;

/** Tables on a sheet with others that were not read: titles with rows of several cells below, outside what was. */
function besides(sheet: PlainSheet, read: readonly Parts[], duplicates: Recognised["duplicates"]): Recognised["unread"] {
  const known = new Set(read.flatMap(({ title }) => (title ? [bareTitle(normalise(title.text))] : [])));
  const twins = duplicates.filter((one) => one.sheet === sheet.name).length;
  const strange = sheet.values.flatMap((cells, index) => {
    const row = sheet.top + index;
    if (read.some(({ area }) => row >= area.top && row <= area.bottom)) return [];
    const title = cells.find((cell): cell is string => typeof cell === "string" && mayBeTitle(normalise(cell)));
    const bare = bareTitle(normalise(title ?? ""));
    if (title === undefined || bare.length < 4 || known.has(bare)) return [];
    const head = sheet.values.slice(index + 1, index + 1 + HEAD);
    const next = head.findIndex((below) => below.some((cell) => typeof cell === "string" && mayBeTitle(normalise(cell))));
    const own = next < 0 ? head : head.slice(0, next);
    return own.some((below) => below.filter((cell) => cell !== null && cell !== "").length > 1)
      ? [{ sheet: sheet.name, reason: `第${String(row + 1)}行的“${printable(title)}”没有认出是哪一张公开表，没有核对` }]
      : [];
  });
  return twins > 0 ? [] : strange;
}
