import type { Wan } from "../../../amount/unit";
import { fullAddress } from "../../../amount/cell-ref";
import type { Exact } from "../../../amount/exact";
import { amountOf } from "../../engine/figures";
import type { Money } from "../../engine/money";
import type { State } from "../system/state";
import { brokenCells, type Grid } from "./grid";
import { SURPRISE, type FigureHypothesis, type Telling } from "./hypothesis";
import { corners, rowWords } from "./words";

/** Rows whose figures are tried in each other's place: those that stand in most of what is broken. */
const MOST_ROWS = 40;

/** The figures of two rows in each other's place, or on the row of another that is then blank. */
export function* swappedRowHypotheses(grid: Grid, state: State, money: Money): Generator<FigureHypothesis> {
  const broken = brokenCells(state);
  const weight = (row: number): number => grid.columns.reduce((sum, column) => sum + (broken.get(grid.cell(row, column)) ?? 0), 0);
  const weighed = grid.rows.map((row) => ({ row, weight: weight(row) })).filter((one) => one.weight > 0);
  const rows = weighed
    .sort((a, b) => b.weight - a.weight || a.row - b.row)
    .slice(0, MOST_ROWS)
    .map(({ row }) => row)
    .sort((a, b) => a - b);
  for (const [at, a] of rows.entries()) for (const b of rows.slice(at + 1)) yield* exchanged(grid, a, b, money);
}

function* exchanged(grid: Grid, a: number, b: number, money: Money): Generator<FigureHypothesis> {
  // The same figures in other columns: one of them is in the wrong column, not in the wrong row.
  const figures = (row: number): string =>
    grid.columns
      .map((column) => grid.figure(row, column))
      .filter((figure) => figure !== 0)
      .sort((x, y) => x - y)
      .join();
  if (figures(a) === figures(b)) return;
  const changes = grid.columns.flatMap((column) => [
    ...grid.change(a, column, grid.figure(b, column)),
    ...grid.change(b, column, grid.figure(a, column)),
  ]);
  if (changes.length > 0) yield { surprise: SURPRISE.row, changes, tell: () => told(grid, a, b, money.about([grid.table])) };
}

function told(grid: Grid, a: number, b: number, money: Money): Telling {
  const { table } = grid;
  const [first, second] = [grid.row(a), grid.row(b)];
  if (!first || !second) throw new RangeError("a grid has its rows");
  const isEmpty = (row: number): boolean => grid.columns.every((column) => grid.figure(row, column) === 0);
  const words =
    isEmpty(a) || isEmpty(b)
      ? `${table.label} ${rowWords(isEmpty(a) ? first : second)}的数字填到了${rowWords(isEmpty(a) ? second : first)}这一行`
      : `${table.label} ${rowWords(first)}和${rowWords(second)}两行的数字填反了`;
  const columns = grid.columns.filter((column) => grid.figure(a, column) !== grid.figure(b, column));
  const shown = (units: number): Exact<Wan> => amountOf(units);
  const suspects = columns.flatMap((column) =>
    (
      [
        [a, b],
        [b, a],
      ] as const
    ).flatMap(([own, other]) => {
      const row = grid.row(own);
      const cell = row && table.cell(row, column);
      if (!cell) return [];
      const [written, should] = [grid.figure(own, column), grid.figure(other, column)];
      const says = written === 0 ? "是空白" : `写的是 ${money.shown(shown(written))}`;
      const right = should === 0 ? "应为空白或 0" : `应为 ${money.shown(shown(should))}`;
      return [
        {
          ...cell,
          value: written === 0 ? "" : money.plain(shown(written)),
          expected: money.plain(shown(should)),
          kind: "swap" as const,
          message: `${fullAddress(cell)} ${says}，${right}`,
        },
      ];
    }),
  );
  return {
    kind: "rows",
    words,
    then: "对调后",
    advice: "请把这两行的数字对调，再校验一次。",
    cells: corners(table, [first, second], columns),
    suspects,
  };
}
