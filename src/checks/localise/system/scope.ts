import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { figuresOf, type Figures } from "../../engine/figures";
import type { Instance } from "../../engine/instances";
import { EVERY_COLUMN, type Identity } from "../../language/expression";

/** A cell at fault stands in a short identity as well: the cells of longer sums are not suspected one by one. */
export const LONGEST = 64;
/** Workbooks of fewer amount cells are looked at whole. */
const LARGE = 40_000;

/**
 * The part of a large workbook worth looking at: the cells of the broken identities, and the identities those cells stand
 * in. Everything else holds and stays as it is.
 */
export class Scope {
  private readonly flags = new Map<Figures, Uint8Array>();
  private readonly codes = new Set<string>();

  private constructor(private readonly recognised: Recognised) {}

  /** null: the workbook is small enough to be looked at whole. */
  static around(recognised: Recognised, broken: readonly Instance[]): Scope | null {
    if (!isLarge(recognised)) return null;
    const scope = new Scope(recognised);
    const isShort = (instance: Instance): boolean => lengthOf(instance) <= LONGEST;
    for (const instance of broken) if (isShort(instance)) scope.add(instance);
    // A long sum alone: any of its cells may be the one.
    for (const instance of broken) if (!isShort(instance) && !scope.touches(instance)) scope.add(instance);
    return scope;
  }

  /** With the cells of further identities as well. */
  widened(instances: Iterable<Instance>): Scope {
    const wider = new Scope(this.recognised);
    for (const [figures, flags] of this.flags) wider.flags.set(figures, flags.slice());
    for (const code of this.codes) wider.codes.add(code);
    for (const instance of instances) if (lengthOf(instance) <= LONGEST) wider.add(instance);
    return wider;
  }

  /** Whether the identity speaks of a column that has a cell of the scope. */
  concerns({ left, right }: Identity): boolean {
    return [...left, ...right].some(({ table: key, column }) => {
      const table = this.recognised.tables.get(key);
      if (!table) return false;
      return (column === EVERY_COLUMN ? [...table.columns.keys()] : [column]).some(
        (name) => table.columns.has(name) && this.flags.has(figuresOf(table, name)),
      );
    });
  }

  /** Whether an instance about this row may have a cell of the scope (rows of projects and without a code: perhaps). */
  isAbout(row: Row): boolean {
    return row.code === null || row.kind === "project" || this.codes.has(row.code);
  }

  /** Whether a cell of the instance is in the scope. */
  touches({ parts }: Instance): boolean {
    return parts.some(({ slot, rows }) => {
      const flags = this.flags.get(slot.figures);
      return flags !== undefined && rows.some((row) => flags[row] === 1);
    });
  }

  holds(table: Table, column: string, row: number): boolean {
    return this.flags.get(figuresOf(table, column))?.[row] === 1;
  }

  private add({ parts }: Instance): void {
    for (const {
      slot: { table, column },
      rows,
    } of parts) {
      const figures = figuresOf(table, column);
      let flags = this.flags.get(figures);
      if (!flags) this.flags.set(figures, (flags = new Uint8Array(table.rows.length)));
      for (const row of rows) {
        flags[row] = 1;
        const code = table.rows[row]?.code ?? "";
        // Identities about a row are about the rows above it too.
        for (const length of [3, 5, code.length]) if (code.length >= length) this.codes.add(code.slice(0, length));
      }
    }
  }
}

/** Too many cells for looking at all of them again and again. */
export function isLarge({ tables }: Pick<Recognised, "tables">): boolean {
  let cells = 0;
  for (const table of tables.values()) cells += table.rows.length * table.columns.size;
  return cells > LARGE;
}

export function lengthOf({ parts }: Instance): number {
  return parts.reduce((count, { rows }) => count + rows.length, 0);
}
