import type { DraftArea, SheetDraft } from "../../workbook/draft";
import type { PlainSheet } from "../../workbook/plain";
import type { SheetLook } from "./look/look";

/** What a sheet of the spreadsheet was when it came: a sheet of the file, or one that this tool wrote. */
export interface Origin {
  readonly sheet: PlainSheet;
  readonly look?: SheetLook;
  readonly draft?: SheetDraft;
  readonly formatAt: (row: number, column: number) => number;
  /** Formulas that are shown by their stored value, because they cannot be calculated here. */
  readonly uncalculated: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
}

const inside = (area: DraftArea, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
export const areaAt = (areas: readonly DraftArea[] | undefined, row: number, column: number): DraftArea | undefined =>
  areas?.find((area) => inside(area, row, column));

const STRIDE = 1 << 15;

function formatsOf(look: SheetLook | undefined): Origin["formatAt"] {
  let formats: Map<number, number> | null = null;
  return (row, column) => {
    if (!formats) {
      formats = new Map();
      const cells = look?.cells ?? [];
      for (let i = 0; i < cells.length; i += 3) formats.set((cells[i] ?? 0) * STRIDE + (cells[i + 1] ?? 0), cells[i + 2] ?? 0);
    }
    return (
      formats.get(row * STRIDE + column) ??
      look?.rows.find((own) => own.row === row)?.format ??
      look?.columns.find((run) => run.first <= column && column <= run.last)?.format ??
      0
    );
  };
}

/** `canCalculate` judges single formulas; those of array areas beyond one cell keep their stored values. */
export function originOf(
  sheet: PlainSheet,
  look: SheetLook | undefined,
  canCalculate: (formula: string) => boolean,
  draft?: SheetDraft,
): Origin {
  const wide = look?.arrays.filter((area) => area.bottom > area.top || area.right > area.left);
  const uncalculated = sheet.formulas.flatMap((line, r) =>
    line.flatMap((formula, c) => {
      const row = sheet.top + r;
      const column = sheet.left + c;
      return formula !== undefined && (!canCalculate(formula) || areaAt(wide, row, column)) ? [{ row, column, formula }] : [];
    }),
  );
  return { sheet, ...(look && { look }), ...(draft && { draft }), formatAt: formatsOf(look), uncalculated };
}
