import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { FIGURE, figuresOf } from "../../engine/figures";
import { Integers } from "./integers";

/** A cell of the system: an amount cell of a recognised row, blank or not. */
export interface Place {
  readonly table: Table;
  readonly row: Row;
  /** The row's number in its table. */
  readonly index: number;
  readonly column: string;
}

/** The figures of cells, by their number: published, stored, and whether there is one. */
export interface CellValues {
  readonly shown: Float64Array;
  readonly stored: Float64Array;
  readonly filled: Uint8Array;
}

interface Stretch extends Pick<Place, "table" | "column"> {
  /** Place of its first row's cell among all amount cells: column by column of each table, row by row. */
  readonly offset: number;
}

/** Numbers the cells that stand in some identity, in the order in which they are first met. */
export class CellSpace {
  private readonly offsets = new Map<Table, Map<string, number>>();
  private readonly stretches: Stretch[] = [];
  /** By place among all amount cells: the cell's number and one more; 0 where it has none yet. */
  private readonly numbers: Int32Array;
  private readonly places = new Integers();

  constructor(recognised: Recognised) {
    let size = 0;
    for (const table of recognised.tables.values()) {
      const own = new Map<string, number>();
      this.offsets.set(table, own);
      for (const column of table.columns.keys()) {
        own.set(column, size);
        this.stretches.push({ table, column, offset: size });
        size += table.rows.length;
      }
    }
    this.numbers = new Int32Array(size);
  }

  get size(): number {
    return this.places.length;
  }

  /** Place of the column's first cell. */
  offset(table: Table, column: string): number {
    return this.offsets.get(table)?.get(column) ?? 0;
  }

  /** The number of the cell at a place. */
  number(place: number): number {
    const known = this.numbers[place] ?? 0;
    if (known > 0) return known - 1;
    this.places.push(place);
    this.numbers[place] = this.places.length;
    return this.places.length - 1;
  }

  /** As `number`, without giving one; -1: it has none. */
  known(place: number): number {
    return (this.numbers[place] ?? 0) - 1;
  }

  place(cell: number): Place {
    const place = this.places.at(cell);
    const found = this.stretchAt(place);
    const row = found?.table.rows[place - found.offset];
    if (!found || !row) throw new RangeError("no such cell");
    return { table: found.table, row, index: place - found.offset, column: found.column };
  }

  values(): CellValues {
    const shown = new Float64Array(this.size);
    const stored = new Float64Array(this.size);
    const filled = new Uint8Array(this.size);
    for (let cell = 0; cell < this.size; cell++) {
      const place = this.places.at(cell);
      const found = this.stretchAt(place);
      if (!found) continue;
      const figures = figuresOf(found.table, found.column);
      const row = place - found.offset;
      shown[cell] = figures.shown[row] ?? 0;
      stored[cell] = figures.stored[row] ?? 0;
      filled[cell] = figures.states[row] === FIGURE ? 1 : 0;
    }
    return { shown, stored, filled };
  }

  /** Cells are met column by column, so that the last stretch is nearly always the one. */
  private last: Stretch | undefined;

  private stretchAt(place: number): Stretch | undefined {
    const holds = ({ offset, table }: Stretch): boolean => offset <= place && place < offset + table.rows.length;
    if (!this.last || !holds(this.last)) this.last = this.stretches.find(holds);
    return this.last;
  }
}
