import type { Recognised, Row, Table } from "../../workbook/recognised";
import type { Check, IdentityCheck } from "../engine/check";
import { FIGURE_DECIMALS, figuresOf, FIGURE, UNSURE } from "../engine/figures";
import { walk, type Instance } from "../engine/instances";
import { Integers } from "./integers";

/** A cell of the system: an amount cell of a recognised row, blank or not. */
export interface Place {
  readonly table: Table;
  readonly row: Row;
  readonly column: string;
}

export interface Origin {
  readonly check: IdentityCheck;
  readonly place: number;
}

/**
 * Every instance of every identity as one linear system over the cells, in flat arrays (a large workbook has millions of
 * entries). Amounts are whole numbers of 10^-6 万元. An entry of an instance is a cell and its sign in left − right.
 */
export interface System {
  /** Per cell: the published figure, the stored one, and whether there is one. */
  readonly shown: Float64Array;
  readonly stored: Float64Array;
  readonly filled: Uint8Array;
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
  /** One unit of the last printed place. */
  readonly unit: number;
  place(cell: number): Place;
  /** The cell of a row and column; -1 where the system has none. */
  cellAt(table: Table, row: number, column: string): number;
  /** The check an instance belongs to, and its place among the check's instances. */
  origin(instance: number): Origin | null;
}

/** Puts all identities of the checks over the workbook's cells together. Instances with an unreadable cell are left out. */
export function buildSystem(recognised: Recognised, checks: readonly Check[]): System {
  const space = new CellSpace(recognised);
  const starts = new Integers();
  const cells = new Integers();
  const signs = new Integers();
  const atMost = new Integers();
  const hard = new Integers();
  const owners: IdentityCheck[] = [];
  const ownerOf = new Integers();
  const placeOf = new Integers();
  for (const check of checks) {
    if (check.kind !== "identity" || (check.variants && !check.variants.includes(recognised.variant)) || check.when?.(recognised) === false) continue;
    owners.push(check);
    let place = -1;
    walk(check.identity, recognised, (instance) => {
      place++;
      if (hasUnsure(instance)) return;
      starts.push(cells.length);
      addEntries(instance, space, cells, signs);
      atMost.push(check.identity.operator === "<=" ? 1 : 0);
      hard.push(check.severity === "error" ? 1 : 0);
      ownerOf.push(owners.length - 1);
      placeOf.push(place);
    });
  }
  starts.push(cells.length);
  const entries = { starts: starts.toArray(), cells: cells.toArray(), signs: Int8Array.from(signs.toArray()) };
  return {
    ...space.values(),
    ...entries,
    ...byCell(entries.starts, entries.cells, space.size),
    atMost: Uint8Array.from(atMost.toArray()),
    hard: Uint8Array.from(hard.toArray()),
    unit: Math.round(recognised.precision.toNumber() * 10 ** FIGURE_DECIMALS),
    place: (cell) => space.place(cell),
    cellAt: (table, row, column) => space.cellAt(table, row, column),
    origin: (instance) => {
      const check = owners[ownerOf.at(instance)];
      return check ? { check, place: placeOf.at(instance) } : null;
    },
  };
}

function hasUnsure(instance: Instance): boolean {
  return instance.parts.some(({ slot, rows }) => !slot.figures.sure && rows.some((row) => slot.figures.states[row] === UNSURE));
}

function addEntries(instance: Instance, space: CellSpace, cells: Integers, signs: Integers): void {
  for (const { slot, rows } of instance.parts) {
    const offset = space.offset(slot.table, slot.column);
    const sign = slot.side === "left" ? slot.term.sign : -2 * slot.term.sign;
    for (const row of rows) {
      cells.push(offset + row);
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

/** Numbers the amount cells: column by column of each table, row by row. */
class CellSpace {
  private readonly offsets = new Map<Table, Map<string, number>>();
  private readonly columns: { readonly table: Table; readonly column: string; readonly offset: number }[] = [];
  readonly size: number;

  constructor(recognised: Recognised) {
    let size = 0;
    for (const table of recognised.tables.values()) {
      const own = new Map<string, number>();
      this.offsets.set(table, own);
      for (const column of table.columns.keys()) {
        own.set(column, size);
        this.columns.push({ table, column, offset: size });
        size += table.rows.length;
      }
    }
    this.size = size;
  }

  offset(table: Table, column: string): number {
    return this.offsets.get(table)?.get(column) ?? 0;
  }

  cellAt(table: Table, row: number, column: string): number {
    const offset = this.offsets.get(table)?.get(column);
    return offset === undefined || row < 0 || row >= table.rows.length ? -1 : offset + row;
  }

  place(cell: number): Place {
    const found = this.columns.find(({ offset, table }) => offset <= cell && cell < offset + table.rows.length);
    const row = found?.table.rows[cell - found.offset];
    if (!found || !row) throw new RangeError("no such cell");
    return { table: found.table, row, column: found.column };
  }

  values(): Pick<System, "shown" | "stored" | "filled"> {
    const shown = new Float64Array(this.size);
    const filled = new Uint8Array(this.size);
    let stored: Float64Array | null = null;
    for (const { table, column, offset } of this.columns) {
      const figures = figuresOf(table, column);
      shown.set(figures.shown, offset);
      figures.states.forEach((state, row) => (filled[offset + row] = state === FIGURE ? 1 : 0));
      if (figures.stored !== figures.shown) stored ??= new Float64Array(this.size);
    }
    if (stored) for (const { table, column, offset } of this.columns) stored.set(figuresOf(table, column).stored, offset);
    return { shown, stored: stored ?? shown, filled };
  }
}
