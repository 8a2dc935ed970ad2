import type { CellRef } from "../../../amount/cell-ref";
import type { CellValue } from "../../../workbook/plain";

/** What a cell holds after an edit. */
export type Content =
  | { readonly kind: "value"; readonly value: CellValue }
  /** With its "="; `value` is its result, null where it was not calculated. */
  | { readonly kind: "formula"; readonly formula: string; readonly value: CellValue }
  /** The formula stays as it is written, its result is another. */
  | { readonly kind: "result"; readonly value: CellValue };

/** How a cell is to look where it no longer looks as it did: a cell format of the file, with another number format perhaps. */
export interface Look {
  readonly format: number;
  readonly numberFormat?: string;
}

export interface CellEdit extends Pick<CellRef, "row" | "column"> {
  readonly content?: Content;
  readonly look?: Look;
}

/** What changes on one sheet of the file. */
export interface SheetEdits {
  readonly cells: readonly CellEdit[];
  /** Column -> width in characters, as the file states it. */
  readonly widths: ReadonlyMap<number, number>;
  /** Row -> height in points. */
  readonly heights: ReadonlyMap<number, number>;
}

/** An edit whose look has become a number of the style sheet. */
export interface StyledEdit extends Pick<CellEdit, "row" | "column" | "content"> {
  readonly style?: number;
}
