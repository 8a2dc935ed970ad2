import { ICommandService, IUniverInstanceService, UniverInstanceType, type Injector, type Workbook } from "@univerjs/core";
import { getPrimaryForRange, SetSelectionsOperation, type ISetSelectionsOperationParams } from "@univerjs/sheets";

/** A merged cell is selected whole, by whatever way; the name box would select one of the cells under it. */
export function selectMergesWhole(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id) return;
    const given = params as ISetSelectionsOperationParams;
    const sheet = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(given.unitId, UniverInstanceType.UNIVER_SHEET)
      ?.getSheetBySheetId(given.subUnitId);
    if (!sheet) return;
    given.selections = given.selections.map((selection) => {
      const { startRow, endRow, startColumn, endColumn } = selection.range;
      const merged = startRow === endRow && startColumn === endColumn ? sheet.getMergedCell(startRow, startColumn) : null;
      return merged ? { ...selection, range: { ...selection.range, ...merged }, primary: getPrimaryForRange(merged, sheet) } : selection;
    });
  });
}
