import { address, type CellRef } from "../../amount/cell-ref";
import type { DraftArea } from "../../workbook/draft";
import { addressLists } from "../draft/address-lists";
import { areaAddress } from "../draft/grid";
import type { WpsApplication, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { attempt, count, requireSheet, VISIBLE } from "./sheets";

/** An address list that a program of this kind takes for one range. */
export const LONGEST_ADDRESS = 240;

/** Activates the first cell's sheet and selects its cells: as a rectangle where they fill one, else one by one. */
export function selectCells(app: WpsApplication, workbook: WpsWorkbook, cells: readonly CellRef[]): void {
  const [first] = cells;
  if (!first) return;
  const sheet = requireSheet(workbook, first.sheet);
  if (sheet.Visible !== VISIBLE) throw problem.hidden(first.sheet);
  workbook.Activate();
  sheet.Activate();
  const here = cells.filter((cell) => cell.sheet === first.sheet);
  const [list] = addressLists(here.map(address), LONGEST_ADDRESS);
  sheet.Range(rectangle(here) ?? list ?? address(first)).Select();
  const selected = selectedCell(app);
  if (selected && here.some(({ row, column }) => row === selected.row && column === selected.column)) return;
  // Several areas at once may be more than an edition selects.
  sheet.Range(address(first)).Select();
  const now = selectedCell(app);
  if (now?.sheet !== sheet.Name || now.row !== first.row || now.column !== first.column) throw problem.undone("定位");
}

/** The rectangle that the cells fill without a gap; null when they do not. */
function rectangle(cells: readonly CellRef[]): string | null {
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  const area: DraftArea = { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
  const different = new Set(cells.map(({ row, column }) => `${String(row)},${String(column)}`)).size;
  return different === (area.bottom - area.top + 1) * (area.right - area.left + 1) ? areaAddress(area) : null;
}

/** The active cell; null where a picture is selected, or no sheet is in view. */
export function selectedCell(app: WpsApplication): CellRef | null {
  const { ActiveSheet: sheet, ActiveCell: cell } = app;
  const [row, column] = [count(attempt(() => cell?.Row)), count(attempt(() => cell?.Column))];
  return sheet && row > 0 && column > 0 ? { sheet: sheet.Name, row: row - 1, column: column - 1 } : null;
}
