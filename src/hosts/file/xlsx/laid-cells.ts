import type { CellValue, PlainSheet } from "../../../workbook/plain";
import { columnOf, rowOf } from "./place";

type Line = (string | undefined)[];

const NOTHING: Line = [];

/** Cells of a sheet as they come, in whatever order; then laid out from the first row and column that hold something. */
export class LaidCells {
  private readonly places: number[] = [];
  private readonly values: CellValue[] = [];
  private readonly formats: (string | undefined)[] = [];
  /** By the cell's number: most have none. */
  private readonly formulas = new Map<number, string>();
  /** Each cell so far stands behind the one before it: none can be there twice. */
  private isInOrder = true;
  private top = Infinity;
  private bottom = -1;
  private left = Infinity;

  /** A cell without value and formula holds nothing: only its format counts, where the row goes on behind it. */
  add(place: number, value: CellValue, format: string | undefined, formula: string | undefined): void {
    if (value !== null || formula !== undefined) {
      const row = rowOf(place);
      if (row < this.top) this.top = row;
      if (row > this.bottom) this.bottom = row;
      this.left = Math.min(this.left, columnOf(place));
    } else if (format === undefined) return;
    if (place <= (this.places.at(-1) ?? -1)) this.isInOrder = false;
    this.places.push(place);
    this.values.push(value);
    this.formats.push(format);
    if (formula !== undefined) this.formulas.set(this.places.length - 1, formula);
  }

  /** Whether a cell was told of twice: which of the two a reader shows would be a matter of luck. */
  get hasDoubled(): boolean {
    return !this.isInOrder && new Set(this.places).size < this.places.length;
  }

  /** Linear in the cells; rows without formats or formulas share one empty array. */
  lay(): Pick<PlainSheet, "top" | "left" | "values" | "formats" | "formulas"> {
    const { top, left } = this;
    if (this.bottom < 0) return { top: 0, left: 0, values: [], formats: [], formulas: [] };
    const values = Array.from(this.widths(), (width) => new Array<CellValue>(width).fill(null));
    const formats = new Array<Line>(values.length).fill(NOTHING);
    const formulas = new Array<Line>(values.length).fill(NOTHING);
    this.places.forEach((place, i) => {
      const line = rowOf(place) - top;
      const at = columnOf(place) - left;
      const row = values[line];
      if (!row || at < 0 || at >= row.length) return;
      row[at] = this.values[i] ?? null;
      put(formats, line, row.length, at, this.formats[i]);
      if (this.formulas.size > 0) put(formulas, line, row.length, at, this.formulas.get(i));
    });
    return { top, left, values, formats, formulas };
  }

  /** How far each row reaches. */
  private widths(): Int32Array {
    const widths = new Int32Array(this.bottom - this.top + 1);
    this.places.forEach((place, i) => {
      if (this.values[i] === null && !this.formulas.has(i)) return;
      const line = rowOf(place) - this.top;
      widths[line] = Math.max(widths[line] ?? 0, columnOf(place) - this.left + 1);
    });
    return widths;
  }
}

/** What stands in a line beside its values, made when the first of it is known. */
function put(lines: Line[], line: number, width: number, at: number, one: string | undefined): void {
  if (one === undefined) return;
  let own = lines[line];
  if (own === undefined || own === NOTHING) lines[line] = own = new Array<string | undefined>(width).fill(undefined);
  own[at] = one;
}
