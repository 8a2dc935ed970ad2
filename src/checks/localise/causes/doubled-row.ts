import { Exact } from "../../../amount/exact";
import { normalise } from "../../../text/wording";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Money } from "../../engine/money";
import { labelOf } from "../../engine/point";
import { withoutRow } from "./edits";
import { SURPRISE, type TableHypothesis } from "./hypothesis";
import { firstFigure } from "./words";

/** A table that has more rows twice than this was put together from copies: no single row of it is a cause. */
const MOST_DOUBLED = 12;

/** Rows that a table has twice, figures and all, within one unit. */
export function doubledRows(recognised: Recognised, money: Money): readonly TableHypothesis[] {
  return [...recognised.tables.values()].flatMap((table) => doubledIn(recognised, table, money.about([table])));
}

function doubledIn(recognised: Recognised, table: Table, money: Money): readonly TableHypothesis[] {
  const pairs: (readonly [Row, Row])[] = [];
  let seen = new Map<string, Row>();
  for (const row of table.rows) {
    if (row.kind === "unit") seen = new Map();
    if (!["class", "group", "item", "project"].includes(row.kind) || table.spec.layout === "panels") continue;
    const key = `${row.kind} ${row.code ?? ""} ${row.kind === "project" ? normalise(row.project ?? row.name) : ""}`;
    const first = seen.get(key);
    if (!first) seen.set(key, row);
    else if (isSame(table, first, row)) pairs.push([first, row]);
  }
  return pairs.length > MOST_DOUBLED ? [] : pairs.map(([first, row]) => doubled(recognised, table, first, row, money));
}

const amountsOf = (table: Table, row: Row): readonly Exact[] =>
  [...table.columns.keys()].map((column) => table.amount(row, column) ?? Exact.zero);

function isSame(table: Table, a: Row, b: Row): boolean {
  const [first, second] = [amountsOf(table, a), amountsOf(table, b)];
  return first.some((amount) => !amount.isZero()) && first.every((amount, index) => amount.equals(second[index] ?? Exact.zero));
}

function doubled(recognised: Recognised, table: Table, first: Row, row: Row, money: Money): TableHypothesis {
  const { amount, cell } = firstFigure(table, row);
  const words = `${table.label} 的“${labelOf(row)}”一行重复了（第 ${String(first.position + 1)} 行、第 ${String(row.position + 1)} 行都是 ${money.shown(amount)}）`;
  return {
    surprise: SURPRISE.proved,
    mended: withoutRow(recognised, table, row),
    fewest: 2,
    tell: () => ({
      kind: "doubled",
      words,
      then: "删去一行后",
      advice: "请删去其中一行，再校验一次。",
      cells: [cell],
      suspects: [{ ...cell, value: money.plain(amount), expected: null, kind: "missing", message: words }],
    }),
  };
}
