import { normalise } from "../text/wording";
import type { DraftCell, DraftStyle } from "../workbook/draft";
import { isCellError, type PlainSheet } from "../workbook/plain";

const EMPTY: DraftCell = { value: null, style: "blank" };

const PLACE = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const FAR_PLACE = String.raw`(?:'(?:[^']|'')+'|[^'!+()=,]+)!${PLACE}`;
const SUM = `${FAR_PLACE}(?:\\+${FAR_PLACE})*`;
/** In a file Excel writes an add-in's functions with a word before. */
const NAMESPACE = String.raw`(?:_xldudf_)?BUDGET[._]`;
const CHANGE = `ROUND\\(${PLACE}-${PLACE},2\\)`;
const RATE = `IF\\(${PLACE}=0,SIGN\\(${PLACE}\\),ROUND\\(\\(${PLACE}-${PLACE}\\)/ABS\\(${PLACE}\\),4\\)\\)`;
/** Sheets of earlier versions have this tool's functions in these places. */
const EARLIER = `${NAMESPACE}(?:CHANGE|YOY)\\(${PLACE},${PLACE}\\)`;
/** The comparisons of this tool's: cells of other sheets added up, and the change and rate of two cells beside it. */
const OWN_FORMULA = new RegExp(
  `^=(?:${SUM}|ROUND\\(\\(${SUM}\\)/10000,2\\)|${NAMESPACE}WANYUAN\\(${SUM}\\)|IF\\(${PLACE}="","",(?:${CHANGE}|${RATE}|${EARLIER})\\))$`,
  "i",
);

/** A sheet being drafted on top of what is already there. Positions are those of the sheet, from A1. */
export class Grid {
  private readonly cells: DraftCell[][] = [];

  constructor(sheet: PlainSheet | null) {
    sheet?.values.forEach((row, index) =>
      row.forEach((value, column) => {
        const formula = sheet.formulas[index]?.[column];
        if ((value === null || value === "") && formula === undefined) return;
        const kept = isCellError(value)
          ? formula === undefined
            ? value.error
            : null
          : typeof value === "boolean"
            ? String(value).toUpperCase()
            : value;
        this.set(sheet.top + index, sheet.left + column, { value: kept, style: "blank", ...(formula === undefined ? {} : { formula }) });
      }),
    );
  }

  get height(): number {
    return this.cells.length;
  }

  get width(): number {
    return Math.max(0, ...this.cells.map((row) => row.length));
  }

  /** Cells in use in a row. */
  rowWidth(row: number): number {
    return this.cells[row]?.length ?? 0;
  }

  at(row: number, column: number): DraftCell {
    return this.cells[row]?.[column] ?? EMPTY;
  }

  /** Writes where nothing is written. */
  fill(row: number, column: number, cell: DraftCell): void {
    const own = this.at(row, column);
    if (own.value === null && own.formula === undefined) this.set(row, column, cell);
  }

  /** Writes where nothing is written or where a formula of this tool's stands: what the user typed or reckons stays. */
  compute(row: number, column: number, cell: DraftCell): void {
    const own = this.at(row, column);
    if (own.formula === undefined ? own.value === null : OWN_FORMULA.test(own.formula)) this.set(row, column, cell);
  }

  /** The looks of a cell; a formula or a number never gets a text format, which would turn it into text. */
  style(row: number, column: number, style: DraftStyle): void {
    const own = this.at(row, column);
    const textual = style === "label" || style === "input";
    if (textual && (own.formula !== undefined || (typeof own.value === "number" && style === "label"))) return;
    this.set(row, column, { ...own, style });
  }

  number(row: number, column: number): number | null {
    const { value } = this.at(row, column);
    return typeof value === "number" ? value : null;
  }

  /** The column of a row that says `text`. */
  findText(row: number, text: string): number | undefined {
    const found = (this.cells[row] ?? []).findIndex(({ value }) => typeof value === "string" && normalise(value) === normalise(text));
    return found < 0 ? undefined : found;
  }

  findDown(column: number, text: string): number | null {
    const found = this.cells.findIndex((row) => {
      const value = row[column]?.value;
      return typeof value === "string" && normalise(value) === normalise(text);
    });
    return found < 0 ? null : found;
  }

  rows(): readonly (readonly DraftCell[])[] {
    return this.cells;
  }

  private set(row: number, column: number, cell: DraftCell): void {
    while (this.cells.length <= row) this.cells.push([]);
    const cells = this.cells[row];
    if (!cells) return;
    while (cells.length <= column) cells.push(EMPTY);
    cells[column] = cell;
  }
}
