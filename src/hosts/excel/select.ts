import type { CellRef } from "../../amount/cell-ref";
import { officeCode, problem } from "./problems";
import type { Sync } from "./session";

/**
 * Activates the first cell's sheet and selects its cells. Excel's interface can select one rectangle only: cells that
 * do not fill one are shown by the first of them.
 */
export async function selectCells(context: Excel.RequestContext, sync: Sync, cells: readonly CellRef[]): Promise<void> {
  const [first] = cells;
  if (!first) return;
  const sheet = context.workbook.worksheets.getItemOrNullObject(first.sheet);
  sheet.load("visibility");
  await sync();
  if (sheet.isNullObject) throw problem.noSheet(first.sheet);
  if (sheet.visibility !== "Visible") throw problem.hidden(first.sheet);
  const area = rectangle(cells.filter((cell) => cell.sheet === first.sheet)) ?? {
    row: first.row,
    column: first.column,
    rows: 1,
    columns: 1,
  };
  sheet.activate();
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  range.untrack();
  range.select();
  await sync();
}

/** The rectangle that the cells fill without a gap; null when they do not. */
function rectangle(
  cells: readonly CellRef[],
): { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } | null {
  const row = Math.min(...cells.map((cell) => cell.row));
  const column = Math.min(...cells.map((cell) => cell.column));
  const rows = Math.max(...cells.map((cell) => cell.row)) - row + 1;
  const columns = Math.max(...cells.map((cell) => cell.column)) - column + 1;
  const different = new Set(cells.map((cell) => `${cell.row},${cell.column}`)).size;
  return different === rows * columns ? { row, column, rows, columns } : null;
}

/** The first cell of what is selected; null where a picture is, or cells here and there. */
export async function selectedCell(context: Excel.RequestContext, sync: Sync): Promise<CellRef | null> {
  const range = context.workbook.getSelectedRange();
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  range.untrack();
  range.load("rowIndex,columnIndex");
  sheet.load("name");
  try {
    await sync();
  } catch (cause) {
    if (officeCode(cause) === "InvalidSelection") return null;
    throw cause;
  }
  return { sheet: sheet.name, row: range.rowIndex, column: range.columnIndex };
}
