import {
  CanceledError,
  Direction,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { MoveSelectionCommand } from "@univerjs/sheets-ui";

/** At the first and last row and column an arrow stays where it is; the library would go on at the other end of the sheet. */
export function stopAtEdges(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== MoveSelectionCommand.id) return;
    const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const sheet = injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getActiveSheet();
    if (!cell || !sheet) return;
    const { direction } = params as { readonly direction: Direction };
    const rest = {
      [Direction.UP]: cell.startRow,
      [Direction.LEFT]: cell.startColumn,
      [Direction.DOWN]: sheet.getRowCount() - 1 - cell.endRow,
      [Direction.RIGHT]: sheet.getColumnCount() - 1 - cell.endColumn,
    }[direction];
    if (rest <= 0) throw new CanceledError();
  });
}
