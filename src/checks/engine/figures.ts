import type { Exact } from "../../amount/exact";
import type { Reading } from "../../workbook/reading";
import type { Table } from "../../workbook/recognised";

/** Figures are counted in 元's hundredths: 10^-6 万元. */
export const FIGURE_DECIMALS = 6;
const PER_WAN = 10 ** FIGURE_DECIMALS;

/** What a cell adds to a sum: nothing · a figure · something that only the exact reading can say. */
export const NOTHING = 0;
export const FIGURE = 1;
export const UNSURE = 2;

/** Integers of this size, and sums whose addends' sizes add up to no more, are exact in a double. */
export const SURELY_EXACT = 2 ** 52;

/** One column of a table as integers by row number, so that thousands of rows are added up without an object each. */
export interface Figures {
  /** As published, in 10^-6 万元; 0 where there is no figure. */
  readonly shown: Float64Array;
  /** As stored, to the same decimals; the same array where no cell hides decimals. */
  readonly stored: Float64Array;
  /** NOTHING, FIGURE or UNSURE. */
  readonly states: Uint8Array;
  /** Whether no cell is UNSURE. */
  readonly sure: boolean;
}

const known = new WeakMap<Table, Map<string, Figures>>();

/** The figures of a column; made once a table. */
export function figuresOf(table: Table, column: string): Figures {
  let columns = known.get(table);
  if (!columns) {
    columns = new Map();
    known.set(table, columns);
  }
  let figures = columns.get(column);
  if (!figures) {
    figures = read(table, column);
    columns.set(column, figures);
  }
  return figures;
}

function read(table: Table, column: string): Figures {
  const shown = new Float64Array(table.rows.length);
  const states = new Uint8Array(table.rows.length);
  let stored: Float64Array | null = null;
  for (const [number, row] of table.rows.entries()) {
    const reading = table.read(row, column);
    const state = stateOf(reading);
    states[number] = state;
    if (state !== FIGURE || reading?.kind !== "amount") continue;
    shown[number] = unitsOf(reading.shown);
    if (reading.stored === reading.shown) {
      if (stored) stored[number] = unitsOf(reading.shown);
      continue;
    }
    stored ??= shown.slice();
    stored[number] = unitsOf(reading.stored);
  }
  return { shown, stored: stored ?? shown, states, sure: !states.includes(UNSURE) };
}

function stateOf(reading: Reading | undefined): number {
  if (!reading || reading.kind === "blank") return NOTHING;
  return reading.kind === "amount" && representable(reading.shown) ? FIGURE : UNSURE;
}

function representable(amount: Exact): boolean {
  return Math.abs(amount.toNumber()) * PER_WAN < SURELY_EXACT && amount.decimals() <= FIGURE_DECIMALS;
}

function unitsOf(amount: Exact): number {
  return Math.round(amount.toNumber() * PER_WAN);
}
