import type { ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import {
  MoveRangeMutation,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  type IMoveRangeMutationParams,
  type ISetRangeValuesMutationParams,
  type ISetWorksheetColWidthMutationParams,
} from "@univerjs/sheets";

type Matrix = Readonly<Record<number, Readonly<Record<number, unknown>> | null | undefined>> | undefined;

/** One sheet's page of the ledger. */
interface Page {
  readonly cells: Set<number>;
  readonly columns: Set<number>;
  readonly rows: Set<number>;
  /** Grows with every entry. */
  revision: number;
}

/** More columns than any sheet has, so that a row and a column fit one number. */
const STRIDE = 1 << 15;

/** Whether a calculation writes, no hand. */
export const isCalculated = (options?: IExecutionOptions): boolean =>
  options?.["applyFormulaCalculationResult"] === true || options?.["fromFormula"] === true;

/**
 * Which cells, columns and rows have been written to since the workbook was opened, by whatever way: typing, pasting,
 * filling, undoing, calculating. Whether they are different now is for whoever asks.
 */
export class Ledger {
  private readonly pages = new Map<string, Page>();
  private page(sheet: string): Page {
    const known = this.pages.get(sheet) ?? { cells: new Set(), columns: new Set(), rows: new Set(), revision: 0 };
    this.pages.set(sheet, known);
    return known;
  }

  /** Notes what a change to the spreadsheet's data touched; the sheets, and whether a calculation wrote it. */
  note(
    { id, params }: Readonly<ICommandInfo>,
    options?: IExecutionOptions,
  ): { readonly sheets: readonly string[]; readonly calculated: boolean } {
    const calculated = isCalculated(options);
    if (id === SetRangeValuesMutation.id) {
      const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
      this.cells(subUnitId, cellValue);
      return { sheets: [subUnitId], calculated };
    }
    if (id === MoveRangeMutation.id) {
      const { from, to } = params as IMoveRangeMutationParams;
      this.cells(from.subUnitId, from.value);
      this.cells(to.subUnitId, to.value);
      return { sheets: [from.subUnitId, to.subUnitId], calculated };
    }
    if (id === SetWorksheetColWidthMutation.id || id === SetWorksheetRowHeightMutation.id) {
      const { subUnitId, ranges } = params as ISetWorksheetColWidthMutationParams;
      const page = this.page(subUnitId);
      page.revision++;
      for (const range of ranges)
        for (const at of spanned(range, id === SetWorksheetColWidthMutation.id))
          (id === SetWorksheetColWidthMutation.id ? page.columns : page.rows).add(at);
      return { sheets: [subUnitId], calculated };
    }
    return { sheets: [], calculated: true };
  }

  private cells(sheet: string, matrix: Matrix): void {
    const page = this.page(sheet);
    page.revision++;
    for (const [row, columns] of Object.entries(matrix ?? {}))
      for (const column of Object.keys(columns ?? {})) page.cells.add(Number(row) * STRIDE + Number(column));
  }

  /** Touched cells of a sheet, in reading order. */
  touched(sheet: string): { readonly row: number; readonly column: number }[] {
    return [...(this.pages.get(sheet)?.cells ?? [])]
      .sort((a, b) => a - b)
      .map((key) => ({ row: Math.floor(key / STRIDE), column: key % STRIDE }));
  }

  columns = (sheet: string): readonly number[] => [...(this.pages.get(sheet)?.columns ?? [])];
  rows = (sheet: string): readonly number[] => [...(this.pages.get(sheet)?.rows ?? [])];
  revision = (sheet: string): number => this.pages.get(sheet)?.revision ?? 0;
}

function spanned(range: IRange, columns: boolean): number[] {
  const [first, last] = columns ? [range.startColumn, range.endColumn] : [range.startRow, range.endRow];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
