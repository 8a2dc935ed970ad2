import type { Recognised, Row, Table } from "../../../workbook/recognised";
import { figuresOf } from "../../engine/figures";
import { LONGEST } from "../system/scope";
import type { Change, State } from "../system/state";

/** The amount cells of one table, or of one side of it, as the hypotheses move them about. */
export class Grid {
  private constructor(
    private readonly state: State,
    readonly table: Table,
    readonly side: Row["side"] | null,
    /** Numbers of the rows with amounts, in printed order. */
    readonly rows: readonly number[],
    readonly columns: readonly string[],
  ) {}

  /** Every grid with something broken in it. */
  static of(state: State, { tables }: Recognised): readonly Grid[] {
    const cells = brokenCells(state);
    return [...tables.values()].flatMap((table) =>
      Grid.ofTable(state, table).filter((grid) =>
        grid.rows.some((row) => grid.columns.some((column) => cells.has(grid.cell(row, column)))),
      ),
    );
  }

  /** The whole table, broken or not. */
  static ofTable(state: State, table: Table): readonly Grid[] {
    const sides: readonly (Row["side"] | null)[] = table.spec.layout === "panels" ? ["left", "middle", "right"] : [null];
    return sides.map((side) => Grid.ofSide(state, table, side));
  }

  private static ofSide(state: State, table: Table, side: Row["side"] | null): Grid {
    const columns = [...table.columns.values()]
      .sort((a, b) => a.position - b.position)
      .map(({ key }) => key)
      .filter((key) => side === null || (table.spec.columns[key]?.side ?? "right") === side);
    const rows = table.rows.flatMap((row, number) => (row.kind !== "other" && (side === null || row.side === side) ? [number] : []));
    return new Grid(state, table, side, rows, columns);
  }

  /** -1: no identity speaks of it. */
  cell(row: number, column: string): number {
    return this.state.system.cellAt(this.table, row, column);
  }

  figure(row: number, column: string): number {
    return figuresOf(this.table, column).shown[row] ?? 0;
  }

  /** With the decimals that the cell hides. */
  stored(row: number, column: string): number {
    return figuresOf(this.table, column).stored[row] ?? 0;
  }

  /** The change that gives a cell a figure; none where no identity speaks of it or it has that figure. */
  change(row: number, column: string, value: number): readonly Change[] {
    const cell = this.cell(row, column);
    return cell < 0 || this.state.system.shown[cell] === value ? [] : [{ cell, value }];
  }

  row(number: number): Row | undefined {
    return this.table.rows[number];
  }

  isTotal(number: number): boolean {
    return this.row(number)?.kind === "total";
  }
}

/** Cells of broken instances, long sums aside. */
export function brokenCells({ system, broken }: State): ReadonlyMap<number, number> {
  const { starts, cells } = system;
  const found = new Map<number, number>();
  for (const instance of broken) {
    const [from, to] = [starts[instance] ?? 0, starts[instance + 1] ?? 0];
    if (to - from > LONGEST) continue;
    for (let entry = from; entry < to; entry++) {
      const cell = cells[entry] ?? 0;
      found.set(cell, (found.get(cell) ?? 0) + 1);
    }
  }
  return found;
}
