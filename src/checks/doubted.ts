import { fullAddress, type CellRef } from "../amount/cell-ref";
import type { CauseKind } from "./cause";
import type { CheckReport } from "./report";

/** Causes that make a whole table's figures those of others. */
const OF_TABLES: ReadonlySet<CauseKind> = new Set(["columns", "shift", "unit", "foreign", "exchanged"]);

/** Sheets whose figures are not this year's of this organisation in 万元, as far as a cause knows. */
export const doubtedSheets = ({ causes }: Pick<CheckReport, "causes">): ReadonlySet<string> =>
  new Set(causes.flatMap(({ kind, cells }) => (OF_TABLES.has(kind) ? cells.map(({ sheet }) => sheet) : [])));

/** The cells that the checks blame, and whatever stands in a row or table that they blame: what a text says otherwise may be right. */
export function doubtedIn({ causes, suspects }: Pick<CheckReport, "causes" | "suspects">): (cell: CellRef) => boolean {
  const cells = new Set(suspects.map(fullAddress));
  const sheets = doubtedSheets({ causes });
  const rows = new Set<string>();
  for (const cause of causes) for (const cell of cause.cells) if (!sheets.has(cell.sheet)) rows.add(rowOf(cell));
  return (cell) => sheets.has(cell.sheet) || rows.has(rowOf(cell)) || cells.has(fullAddress(cell));
}

const rowOf = ({ sheet, row }: CellRef): string => `${sheet}!${String(row)}`;
