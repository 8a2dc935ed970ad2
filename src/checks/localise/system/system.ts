import { fullAddress } from "../../../amount/cell-ref";
import type { Recognised, Table } from "../../../workbook/recognised";
import type { Check, IdentityCheck } from "../../engine/check";
import { unitsOf } from "../../engine/figures";
import type { Instance } from "../../engine/instances";
import { placesOf } from "../../engine/judge";
import { CellSpace, type CellValues, type Place } from "./cell-space";
import { eachInstance } from "./each-instance";
import { Integers } from "./integers";
import type { Scope } from "./scope";

/** What an instance of the system is an instance of. */
export interface Origin {
  readonly check: IdentityCheck;
  readonly instance: Pick<Instance, "row" | "column">;
}

/**
 * Every instance of every identity as one linear system over the cells, in flat arrays (a large workbook has millions of
 * entries). Amounts are whole numbers of 10^-6 万元. An entry of an instance is a cell and its sign in left − right.
 */
export interface System extends CellValues {
  /** Entries by instance: entries `starts[i]` up to `starts[i + 1]` are instance i's. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  /** ±1, or ±2 where the cell stands on the right: its sign in left − right and its side. */
  readonly signs: Int8Array;
  /** Entries by cell: `uses[useStarts[c]]` up to `uses[useStarts[c + 1]]` are indexes of entries; `instances` their instances. */
  readonly useStarts: Int32Array;
  readonly uses: Int32Array;
  readonly users: Int32Array;
  /** 1: at most; 0: equal. */
  readonly atMost: Uint8Array;
  /** 1: must hold (severity error); 0: usually holds, which only weighs. */
  readonly hard: Uint8Array;
  /** One unit of the last printed place: the finest of all tables, that of each cell's table, and of each instance's tables. */
  readonly unit: number;
  readonly units: Float64Array;
  readonly finest: Float64Array;
  readonly coarsest: Float64Array;
  /** 1: all that the cell stands in is here and nobody vouched for it, so that it may be changed. */
  readonly whole: Uint8Array;
  place(cell: number): Place;
  /** The cell of a row, by its number in the table; -1 where no identity speaks of it. */
  cellAt(table: Table, row: number, column: string): number;
  origin(instance: number): Origin | null;
}

/**
 * Puts the identities of the checks over the workbook's cells together, or those of a scope.
 */
export function buildSystem(recognised: Recognised, checks: readonly Check[], scope: Scope | null): System {
  const space = new CellSpace(recognised);
  const starts = new Integers();
  const cells = new Integers();
  const signs = new Integers();
  const atMost = new Integers();
  const hard = new Integers();
  const origins: Origin[] = [];
  const places: { readonly finest: number; readonly coarsest: number }[] = [];
  eachInstance(recognised, checks, scope, (check, instance) => {
    starts.push(cells.length);
    addEntries(instance, space, cells, signs);
    atMost.push(check.identity.operator === "<=" ? 1 : 0);
    hard.push(check.severity === "error" ? 1 : 0);
    places.push(placesOf(instance));
    origins.push({ check, instance: { row: instance.row, column: instance.column } });
  });
  starts.push(cells.length);
  const entries = { starts: starts.toArray(), cells: cells.toArray(), signs: Int8Array.from(signs.toArray()) };
  return {
    ...space.values(),
    ...entries,
    ...byCell(entries.starts, entries.cells, space.size),
    atMost: Uint8Array.from(atMost.toArray()),
    hard: Uint8Array.from(hard.toArray()),
    unit: places.reduce((least, { finest }) => Math.min(least, finest), Number.MAX_SAFE_INTEGER),
    units: Float64Array.from({ length: space.size }, (_, cell) => unitsOf(space.place(cell).table.precision)),
    finest: Float64Array.from(places, ({ finest }) => finest),
    coarsest: Float64Array.from(places, ({ coarsest }) => coarsest),
    whole: wholeIn(scope, space, recognised.vouchedFor),
    place: (cell) => space.place(cell),
    cellAt: (table, row, column) => space.known(space.offset(table, column) + row),
    origin: (instance) => origins[instance] ?? null,
  };
}

function wholeIn(scope: Scope | null, space: CellSpace, vouchedFor: ReadonlySet<string>): Uint8Array {
  const whole = new Uint8Array(space.size).fill(1);
  if (scope || vouchedFor.size > 0)
    for (let cell = 0; cell < whole.length; cell++) {
      const { table, row, column, index } = space.place(cell);
      const at = vouchedFor.size > 0 ? table.cell(row, column) : null;
      whole[cell] = scope?.holds(table, column, index) === false || (at && vouchedFor.has(fullAddress(at))) ? 0 : 1;
    }
  return whole;
}

function addEntries(instance: Instance, space: CellSpace, cells: Integers, signs: Integers): void {
  for (const { slot, rows } of instance.parts) {
    const offset = space.offset(slot.table, slot.column);
    const sign = slot.side === "left" ? slot.term.sign : -2 * slot.term.sign;
    for (const row of rows) {
      cells.push(space.number(offset + row));
      signs.push(sign);
    }
  }
}

/** Turns entries by instance into entries by cell. */
function byCell(starts: Int32Array, cells: Int32Array, size: number): Pick<System, "useStarts" | "uses" | "users"> {
  const useStarts = new Int32Array(size + 1);
  for (const cell of cells) useStarts[cell + 1] = (useStarts[cell + 1] ?? 0) + 1;
  for (let cell = 0; cell < size; cell++) useStarts[cell + 1] = (useStarts[cell + 1] ?? 0) + (useStarts[cell] ?? 0);
  const next = useStarts.slice(0, size);
  const uses = new Int32Array(cells.length);
  const users = new Int32Array(cells.length);
  for (let instance = 0; instance + 1 < starts.length; instance++)
    for (let entry = starts[instance] ?? 0; entry < (starts[instance + 1] ?? 0); entry++) {
      const cell = cells[entry] ?? 0;
      const at = next[cell] ?? 0;
      next[cell] = at + 1;
      uses[at] = entry;
      users[at] = instance;
    }
  return { useStarts, uses, users };
}
