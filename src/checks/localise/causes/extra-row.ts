import { Exact } from "../../../amount/exact";
import { roundingBound } from "../../../amount/tolerance";
import type { Recognised, Row, Table } from "../../../workbook/recognised";
import type { Money } from "../../engine/money";
import { labelOf } from "../../engine/point";
import type { BrokenInstance } from "../broken";
import { withoutRow } from "./edits";
import { gapsOf, type Gap } from "./gaps";
import { SURPRISE, type TableHypothesis } from "./hypothesis";
import { firstFigure } from "./words";

/** Rows that make a sum too large by just what they say, in every column: put in, and left out of the sums above. */
export function extraRows(recognised: Recognised, broken: readonly BrokenInstance[], money: Money): readonly TableHypothesis[] {
  return gapsOf(recognised, broken).flatMap((gap) => {
    const rows = gap.table.rows.filter((row) => isExtra(row, gap));
    return rows.length === 1 ? rows.map((row) => hypothesis(recognised, gap.table, row, money.about([gap.table]))) : [];
  });
}

function isExtra(row: Row, { table, parent, level, amounts }: Gap): boolean {
  if (row.kind !== level || !isUnder(row, parent)) return false;
  // What rounding makes of the sum of the other rows is in the difference, too.
  const bound = roundingBound(table.rows.filter((other) => other.kind === level && isUnder(other, parent)).length, table.precision);
  let says = false;
  for (const column of table.columns.keys()) {
    const own = table.amount(row, column) ?? Exact.zero;
    // A sum that says nothing leaves everything out.
    if (!own.isZero() && (table.amount(parent, column)?.isZero() ?? true)) return false;
    const left = own.plus(amounts.get(column) ?? Exact.zero).abs();
    if (left.compare(own.isZero() ? Exact.zero : bound) > 0 || (!own.isZero() && own.abs().compare(bound) <= 0)) return false;
    says ||= !own.isZero();
  }
  return says;
}

const isUnder = (row: Row, parent: Row): boolean => parent.code === null || row.code?.startsWith(parent.code) === true;

function hypothesis(recognised: Recognised, table: Table, row: Row, money: Money): TableHypothesis {
  const { amount, cell } = firstFigure(table, row);
  const words = `${table.label} 的“${labelOf(row)}”一行（第 ${String(row.position + 1)} 行，${money.shown(amount)}）没有算进上面的合计`;
  return {
    surprise: SURPRISE.fitting,
    mended: withoutRow(recognised, table, row),
    fewest: 2,
    tell: () => ({
      kind: "extra",
      words,
      then: "去掉这一行或者补进合计后",
      advice: "请核对：这一行是多写的就删去；确有这笔支出的，把它加进上级科目和合计，再校验一次。",
      cells: [cell],
      suspects: [{ ...cell, value: money.plain(amount), expected: null, kind: "value", message: words }],
    }),
  };
}
