import type { Grid } from "./grid";
import { SURPRISE, type FigureHypothesis, type Telling } from "./hypothesis";
import { columnWords, corners, rowWords } from "./words";

/** Fewer figures one row off are cells, not a column. */
const FEWEST = 3;
/** Rows whose figures a shift may have lost: one at its end, one at a gap among the rows. */
const MOST_LOST = 2;
/** In longer tables only whole columns are tried: a try costs as much as the column is long. */
const LONG = 120;

/** A column, or all columns, one row down or up: from some row to the last, or to the one before the total. */
export function* shiftHypotheses(grid: Grid): Generator<FigureHypothesis> {
  const { rows, columns } = grid;
  const last = rows.at(-1);
  const ends = last !== undefined && grid.isTotal(last) ? [rows.length, rows.length - 1] : [rows.length];
  for (const moved of columns.length > 1 ? [columns, ...columns.map((column) => [column])] : [columns])
    for (const end of ends)
      for (let from = 0; from + FEWEST <= end && (rows.length <= LONG || from === 0); from++)
        for (const step of [1, -1] as const) yield* shifted(grid, moved, rows.slice(from, end), step);
}

/**
 * `step` 1: every figure stands one row too low, -1: too high. What fell off the end of the rows, what stood where the table has
 * no row now, and what was written over has been lost.
 */
function* shifted(grid: Grid, columns: readonly string[], rows: readonly number[], step: 1 | -1): Generator<FigureHypothesis> {
  const positions = new Map(rows.map((row) => [grid.row(row)?.position ?? -1, row] as const));
  const standsOn = (row: number): number | undefined => positions.get((grid.row(row)?.position ?? -1) + step);
  const lost = rows.filter((row) => standsOn(row) === undefined);
  if (lost.length > MOST_LOST) return;
  // Downwards, from a row without a figure on the same figures move as from the next one on; upwards, what the first row had is lost.
  const begin = step === 1 ? standsOn(rows[0] ?? -1) : null;
  if (begin === undefined || (begin !== null && columns.every((column) => grid.figure(begin, column) === 0))) return;
  const byRow = rows.map((row) => {
    const other = standsOn(row);
    return other === undefined ? [] : columns.flatMap((column) => grid.change(row, column, grid.figure(other, column)));
  });
  const changes = byRow.flat();
  // Where all figures are the same, one wrong row looks like a shift of all of them.
  const isOneRow = byRow.filter((changed) => changed.length > 0).length < FEWEST - 1;
  if (isOneRow || !isTelling(grid, columns, rows)) return;
  const open = columns.flatMap((column) => lost.map((row) => grid.cell(row, column))).filter((cell) => cell >= 0);
  yield { surprise: SURPRISE.block, changes, open, tell: () => told(grid, columns, rows, step) };
}

/** Two rows of one figure fit in many ways; several figures, or more rows, do not. */
function isTelling(grid: Grid, columns: readonly string[], rows: readonly number[]): boolean {
  const figures = rows
    .map((row) => columns.map((column) => grid.figure(row, column)).filter((figure) => figure !== 0))
    .filter((row) => row.length > 0);
  return figures.length >= FEWEST || new Set(figures.flat()).size > 1;
}

function told(grid: Grid, columns: readonly string[], rows: readonly number[], step: 1 | -1): Telling {
  const { table } = grid;
  const [way, back] = step === 1 ? ["下", "上"] : ["上", "下"];
  const [from, to] = [grid.row(rows[0] ?? -1), grid.row(rows.at(-1) ?? -1)];
  const [column, ...others] = columns;
  const what = column !== undefined && others.length === 0 ? columnWords(table, column) : "各列金额";
  const where = from && to ? `从${rowWords(from)}到${rowWords(to)}，` : "，";
  return {
    kind: "shift",
    words: `${table.label} 的${what}${where}数字整列向${way}错了一行`,
    then: "移回后",
    advice: `请把这些数字整体向${back}移一行，再校验一次。`,
    cells: corners(
      table,
      rows.map((row) => grid.row(row)),
      columns,
    ),
  };
}
