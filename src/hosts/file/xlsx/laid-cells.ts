import type { CellValue, PlainSheet } from "../../../workbook/plain";
import { columnOf, rowOf } from "./place";

const NOTHING: readonly undefined[] = [];

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
    const widths = this.widths();
    const values = Array.from(widths, (width) => new Array<CellValue>(width).fill(null));
    const formats = this.laid(widths, (i) => this.formats[i]);
    const formulas = this.laid(widths, (i) => this.formulas.get(i));
    this.each(widths, (i, line, at) => {
      const own = values[line];
      if (own) own[at] = this.values[i] ?? null;
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

  /** Every cell within the rows as they reach: its number, its line and where it stands on it. */
  private each(widths: Int32Array, visit: (i: number, line: number, at: number) => void): void {
    this.places.forEach((place, i) => {
      const line = rowOf(place) - this.top;
      const at = columnOf(place) - this.left;
      if (at >= 0 && at < (widths[line] ?? 0)) visit(i, line, at);
    });
  }

  private laid(widths: Int32Array, of: (i: number) => string | undefined): (readonly (string | undefined)[])[] {
    const lines = new Array<(string | undefined)[] | null>(widths.length).fill(null);
    this.each(widths, (i, line, at) => {
      const one = of(i);
      if (one !== undefined) (lines[line] ??= new Array<string | undefined>(widths[line] ?? 0).fill(undefined))[at] = one;
    });
    return lines.map((line) => line ?? NOTHING);
  }
}
