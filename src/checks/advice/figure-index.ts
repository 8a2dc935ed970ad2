import type { Exact } from "../../amount/exact";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import { FIGURE_DECIMALS, figuresOf } from "../engine/figures";

/** A figure of the workbook and where it stands. */
export interface Figure {
  readonly table: Table;
  readonly row: Row;
  readonly column: string;
}

/** Where figures of certain sizes stand, sign aside: one look at every figure, made only when something does not agree. */
export class FigureIndex {
  private readonly bySize = new Map<number, Figure[]>();

  constructor({ tables }: Pick<Recognised, "tables">, sizes: Iterable<Exact>) {
    for (const size of sizes) this.bySize.set(unitsOf(size), []);
    this.bySize.delete(0);
    if (this.bySize.size > 0) for (const table of tables.values()) for (const column of table.columns.keys()) this.take(table, column);
  }

  /** Figures of the size, row by row of each table; none where the size was not asked for. */
  ofSize(amount: Exact): readonly Figure[] {
    return [...(this.bySize.get(unitsOf(amount)) ?? [])].sort(
      (a, b) => (a.table.number ?? 0) - (b.table.number ?? 0) || a.row.position - b.row.position,
    );
  }

  private take(table: Table, column: string): void {
    const { shown } = figuresOf(table, column);
    for (let number = 0; number < shown.length; number++) {
      const figure = shown[number] ?? 0;
      const row = figure === 0 ? undefined : table.rows[number];
      if (row) this.bySize.get(Math.abs(figure))?.push({ table, row, column });
    }
  }
}

const unitsOf = (amount: Exact): number => Math.round(Math.abs(amount.toNumber()) * 10 ** FIGURE_DECIMALS);
