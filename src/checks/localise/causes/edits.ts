import { Exact } from "../../../amount/exact";
import type { Wan } from "../../../amount/unit";
import type { Reading } from "../../../workbook/reading";
import { Table, type Recognised, type Row } from "../../../workbook/recognised";

/** The workbook with another set of rows in one table. `added`: what the cells of a row say that the table does not have. */
export function withRows(
  recognised: Recognised,
  table: Table,
  rows: readonly Row[],
  added: ReadonlyMap<Row, ReadonlyMap<string, Exact<Wan>>> = new Map(),
): Recognised {
  const order = orderOf(table);
  const readings = new Map<Row, readonly (Reading | undefined)[]>();
  for (const row of rows) {
    const own: (Reading | undefined)[] = [];
    const amounts = added.get(row);
    if (amounts) for (const [column, index] of order) own[index] = readingOf(amounts.get(column) ?? Exact.zero);
    else table.readRow(row, (column, reading) => (own[order.get(column) ?? -1] = reading));
    readings.set(row, own);
  }
  return withTable(recognised, table, remade(table, rows, readings, order));
}

/** The workbook without one row of a table. */
export const withoutRow = (recognised: Recognised, table: Table, row: Row): Recognised =>
  withRows(
    recognised,
    table,
    table.rows.filter((other) => other !== row),
  );

/** The table with other rows or figures; `place`: the table whose place it takes. */
function remade(
  table: Table,
  rows: readonly Row[],
  readings: ReadonlyMap<Row, readonly (Reading | undefined)[]>,
  order: ReadonlyMap<string, number>,
  precision = table.precision,
  place = table,
): Table {
  return new Table(
    place.spec,
    place.number,
    place.label,
    table.sheet,
    table.title,
    table.area,
    table.columns,
    rows,
    readings,
    order,
    table.facts,
    precision,
  );
}

/** The workbook with other figures in some cells; `figureAt` gives a row's, by its number, undefined where it stays. */
export function withFigures(
  recognised: Recognised,
  table: Table,
  figureAt: (row: number, column: string) => Exact<Wan> | undefined,
  precision = table.precision,
): Recognised {
  const order = orderOf(table);
  const readings = new Map(
    table.rows.map(
      (row, number) =>
        [
          row,
          [...order.keys()].map((column) => {
            const figure = figureAt(number, column);
            return figure ? readingOf(figure) : table.read(row, column);
          }),
        ] as const,
    ),
  );
  return withTable(recognised, table, remade(table, table.rows, readings, order, precision));
}

/** The workbook with the contents of two tables in each other's place. */
export function exchanged(recognised: Recognised, one: Table, other: Table): Recognised {
  const asOne = remade(other, other.rows, readingsOf(other), orderOf(other), other.precision, one);
  const asOther = remade(one, one.rows, readingsOf(one), orderOf(one), one.precision, other);
  return withTable(withTable(recognised, one, asOne), other, asOther);
}

const orderOf = ({ columns }: Table): ReadonlyMap<string, number> => new Map([...columns.keys()].map((column, index) => [column, index]));

const readingsOf = (table: Table): ReadonlyMap<Row, readonly (Reading | undefined)[]> =>
  new Map(table.rows.map((row) => [row, [...table.columns.keys()].map((column) => table.read(row, column))]));

/** The workbook without a table. */
export function withoutTable(recognised: Recognised, table: Table): Recognised {
  return { ...recognised, tables: new Map([...recognised.tables].filter(([, other]) => other !== table)) };
}

function withTable(recognised: Recognised, table: Table, changed: Table): Recognised {
  return { ...recognised, tables: new Map([...recognised.tables].map(([key, other]) => [key, other === table ? changed : other])) };
}

function readingOf(amount: Exact<Wan>): Reading {
  return amount.isZero() ? { kind: "blank" } : { kind: "amount", stored: amount, shown: amount, notation: [], decimals: 2 };
}

/** Where a row of a code belongs: after the last row of a smaller code. */
export function placeFor(rows: readonly Row[], code: string): number {
  let after = -1;
  for (const [index, row] of rows.entries()) if (row.code !== null && row.code < code) after = index;
  return after >= 0
    ? after + 1
    : Math.max(
        0,
        rows.findIndex((row) => row.code !== null),
      );
}
