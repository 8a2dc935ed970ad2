import {
  ErrorService,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { SetRangeValuesCommand, SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import { address } from "../../../amount/cell-ref";
import { gridOfHtml, gridOfText, typedCell, type TextGrid } from "./outside-text";

/** Copies that were made here name themselves in their HTML. */
const COPY_ID = /data-copy-id="([^"]+)"/;

const TOO_LARGE = "要粘贴的内容超出了工作表的范围，没有粘贴。请换一个起点，或分几次粘贴。";
const overMerged = (cell: string): string => `${cell} 在合并单元格里，和要粘贴的内容对不上，没有粘贴。请先选对应大小的区域，或逐格粘贴。`;

/** A grid once, or as often as it fits the selected area exactly. */
function times(length: number, selected: number): number {
  return selected > length && selected % length === 0 ? selected : length;
}

/** Writes texts at the selection as if each had been typed: values alone, one step for undo. */
function typeIn(injector: Injector, grid: TextGrid): boolean {
  const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
  const book = injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const sheet = book?.getActiveSheet();
  const width = Math.max(...grid.map((row) => row.length));
  if (!selection || !sheet || width < 1) return false;
  const { startRow, startColumn, endRow, endColumn } = selection.range;
  const inMerged = sheet.getMergedCell(startRow, startColumn);
  const alone = inMerged?.endRow === endRow && inMerged.endColumn === endColumn;
  const rows = alone ? grid.length : times(grid.length, endRow - startRow + 1);
  const columns = alone ? width : times(width, endColumn - startColumn + 1);
  const refuse = (words: string): false => {
    injector.get(ErrorService).emit(words);
    return false;
  };
  if (startRow + rows > sheet.getRowCount() || startColumn + columns > sheet.getColumnCount()) return refuse(TOO_LARGE);
  const value: Record<number, Record<number, ICellData>> = {};
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const [row, column] = [startRow + r, startColumn + c];
      const text = grid[r % grid.length]?.[c % width] ?? "";
      const merged = sheet.getMergedCell(row, column);
      if (merged && (merged.startRow !== row || merged.startColumn !== column)) {
        if (text.trim() !== "") return refuse(overMerged(address({ row, column })));
        continue;
      }
      (value[row] ??= {})[column] = typedCell(text, sheet.getCellStyle(row, column)?.n?.pattern);
    }
  const commands = injector.get(ICommandService);
  const where = { unitId: book?.getUnitId(), subUnitId: sheet.getSheetId() };
  if (!commands.syncExecuteCommand(SetRangeValuesCommand.id, { ...where, value })) return false;
  const range = { startRow, startColumn, endRow: startRow + rows - 1, endColumn: startColumn + columns - 1 };
  commands.syncExecuteCommand(SetSelectionsOperation.id, { ...where, selections: [{ ...selection, range }] });
  return true;
}

/** What was copied in another program comes as values; the library would bring its formats and merges along. */
export function valuesFromOutside(injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const legacyPaste = clipboard.legacyPaste.bind(clipboard);
  const paste = clipboard.paste.bind(clipboard);
  const isOwn = (html: string): boolean => {
    const id = COPY_ID.exec(html)?.[1];
    return id !== undefined && clipboard.copyContentCache().get(id) !== undefined;
  };
  const fromOutside = (html: string, text: string): boolean => {
    clipboard.disposePasteOptionsCache();
    return typeIn(injector, (html === "" ? null : gridOfHtml(html)) ?? gridOfText(text));
  };
  clipboard.legacyPaste = (html = "", text = "", files) =>
    isOwn(html) ? legacyPaste(html, text, files) : Promise.resolve(fromOutside(html, text));
  clipboard.paste = async (item, type) => {
    const read = async (kind: string): Promise<string> => (item.types.includes(kind) ? (await item.getType(kind)).text() : "");
    const html = await read("text/html");
    return isOwn(html) ? paste(item, type) : fromOutside(html, await read("text/plain"));
  };
}
