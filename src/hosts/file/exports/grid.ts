import type { DraftArea } from "../../../workbook/draft";
import type { CellValue, PlainSheet } from "../../../workbook/plain";
import { TooMuch } from "../whole/damage";
import { LIMITS } from "../whole/limits";
import type { TypedCell } from "./typed";

/** One sheet with the merged areas that only a view of it needs. */
export interface ParsedSheet {
  readonly sheet: PlainSheet;
  readonly merges: readonly DraftArea[];
}

/** Wider or taller spans are written by mistake, or to fill the memory. */
const [MOST_COLUMNS, MOST_ROWS] = [16_384, 1_048_576];

/** A sheet in the making, row by row; cells that span others keep these free. */
export class Grid {
  private readonly rows: TypedCell[][] = [];
  private readonly merges: DraftArea[] = [];
  /** Column by column: the first row that no span from above covers. */
  private readonly free: number[] = [];
  private cells = 0;

  startRow(): void {
    this.rows.push([]);
  }

  /** Puts a cell at the row's next free place. */
  add(cell: TypedCell, across = 1, down = 1): void {
    const row = this.rows.length - 1;
    const line = this.rows[row];
    if (!line) return;
    let column = line.length;
    while ((this.free[column] ?? 0) > row) line[column++] = { value: null };
    const [width, height] = [Math.min(Math.max(1, across), MOST_COLUMNS - column), Math.min(Math.max(1, down), MOST_ROWS)];
    if (width < 1 || (this.cells += width) > LIMITS.cells) throw new TooMuch("列或格太多");
    line[column] = cell;
    for (let c = column; c < column + width; c++) {
      if (c > column) line[c] = { value: null };
      if (height > 1) this.free[c] = row + height;
    }
    if (width > 1 || height > 1) this.merges.push({ top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
  }

  finish(name: string): ParsedSheet {
    const values = this.rows.map((row) => row.map(({ value }): CellValue => value));
    const formats = this.rows.map((row) => row.map(({ format }) => format));
    return { sheet: { name, visibility: "visible", top: 0, left: 0, values, formats, formulas: [] }, merges: this.merges };
  }

  get empty(): boolean {
    return this.rows.every((row) => row.every(({ value }) => value === null));
  }
}
