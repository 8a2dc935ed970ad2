import { Exact } from "../../amount/exact";
import type { Wan } from "../../amount/unit";
import { notes, rememberedFor } from "../../text/remembered";
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

/** The figures of a column; those of a table are read together, once. @throws RangeError for a column the table does not have. */
export function figuresOf(table: Table, column: string): Figures {
  const figures = allOf(table).get(column);
  if (!figures) throw new RangeError(`${table.label} has no column ${column}`);
  return figures;
}

/** A column while it is read. */
interface Draft {
  readonly shown: Float64Array;
  stored: Float64Array | null;
  readonly states: Uint8Array;
  sure: boolean;
}

const allOf = rememberedFor((table: Table): ReadonlyMap<string, Figures> => {
  const count = table.rows.length;
  const drafts = new Map<string, Draft>();
  for (const column of table.columns.keys())
    drafts.set(column, { shown: new Float64Array(count), stored: null, states: new Uint8Array(count), sure: true });
  let number = 0;
  const take = (column: string, reading: Reading): void => {
    const draft = drafts.get(column);
    if (draft && reading.kind !== "blank") place(draft, number, reading);
  };
  for (; number < count; number++) {
    const row = table.rows[number];
    if (row) table.readRow(row, take);
  }
  return new Map(
    [...drafts].map(([column, { shown, stored, states, sure }]) => [column, { shown, stored: stored ?? shown, states, sure }]),
  );
}, notes());

function place(draft: Draft, number: number, reading: Reading): void {
  if (reading.kind !== "amount" || !representable(reading.shown)) {
    draft.states[number] = UNSURE;
    draft.sure = false;
    return;
  }
  const shown = unitsOf(reading.shown);
  draft.states[number] = FIGURE;
  draft.shown[number] = shown;
  if (reading.stored !== reading.shown) draft.stored ??= draft.shown.slice();
  if (draft.stored) draft.stored[number] = reading.stored === reading.shown ? shown : unitsOf(reading.stored);
}

function representable(amount: Exact<Wan>): boolean {
  return Math.abs(amount.toNumber()) * PER_WAN < SURELY_EXACT && amount.decimals() <= FIGURE_DECIMALS;
}

/** A whole number of steps of 10^-6 万元 as an amount. */
export function amountOf(units: number): Exact<Wan> {
  return Exact.ofUnits(units, FIGURE_DECIMALS) as Exact<Wan>;
}

/** An amount of at most six decimals in steps of 10^-6 万元. */
export function unitsOf(amount: Exact<Wan>): number {
  return Math.round(amount.toNumber() * PER_WAN);
}
