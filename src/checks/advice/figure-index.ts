import type { Exact } from "../../amount/exact";
import type { Recognised, Row, Table } from "../../workbook/recognised";

/** A figure of the workbook and where it stands. */
export interface Figure {
  readonly table: Table;
  readonly row: Row;
  readonly column: string;
}

/** Every non-zero figure by its size, sign aside; made only when something does not agree. */
export class FigureIndex {
  private readonly bySize = new Map<string, Figure[]>();

  constructor({ tables }: Pick<Recognised, "tables">) {
    for (const table of tables.values())
      for (const row of table.rows)
        for (const column of table.columns.keys()) {
          const reading = table.read(row, column);
          if (reading?.kind !== "amount" || reading.shown.isZero()) continue;
          const key = reading.shown.abs().toString();
          const same = this.bySize.get(key);
          if (same) same.push({ table, row, column });
          else this.bySize.set(key, [{ table, row, column }]);
        }
  }

  ofSize(amount: Exact): readonly Figure[] {
    return this.bySize.get(amount.abs().toString()) ?? [];
  }
}
