import type { Change } from "../system/state";
import type { Grid } from "./grid";
import { SURPRISE, type FigureHypothesis } from "./hypothesis";
import { columnWords, corners } from "./words";

/** Fewer rows are cells, not a column. */
const FEWEST_ROWS = 3;

/** The figures of two columns in each other's place, and blocks of columns moved sideways by one. */
export function* columnHypotheses(grid: Grid): Generator<FigureHypothesis> {
  for (const [at, a] of grid.columns.entries()) for (const b of grid.columns.slice(at + 1)) yield* exchanged(grid, a, b);
  for (let from = 0; from + 2 < grid.columns.length; from++)
    for (const step of [1, -1] as const) yield* movedSideways(grid, grid.columns.slice(from), step);
}

function* exchanged(grid: Grid, a: string, b: string): Generator<FigureHypothesis> {
  const { rows, table } = grid;
  const moved = rows.filter((row) => grid.figure(row, a) !== grid.figure(row, b));
  if (moved.length < FEWEST_ROWS) return;
  const changes = moved.flatMap((row) => [...grid.change(row, a, grid.figure(row, b)), ...grid.change(row, b, grid.figure(row, a))]);
  const empty = [a, b].find((column) => rows.every((row) => grid.figure(row, column) === 0));
  const words = empty
    ? `${table.label} ${columnWords(table, empty)}的数字整列填到了${columnWords(table, empty === a ? b : a)}`
    : `${table.label} ${columnWords(table, a)}和${columnWords(table, b)}的数字整列填反了`;
  const advice = empty ? "请把这一列的数字移回去，再校验一次。" : "请把这两列的数字对调，再校验一次。";
  yield {
    surprise: SURPRISE.block,
    changes,
    tell: () => ({
      kind: "columns",
      words,
      then: "改好后",
      advice,
      cells: corners(
        table,
        rows.map((row) => grid.row(row)),
        [a, b],
      ),
    }),
  };
}

/** `step` 1: every figure stands one column too far to the right. */
function* movedSideways(grid: Grid, columns: readonly string[], step: 1 | -1): Generator<FigureHypothesis> {
  const { rows, table } = grid;
  const changes: Change[] = rows.flatMap((row) =>
    columns.flatMap((column, index) => {
      const stands = columns[index + step];
      return stands === undefined ? [] : grid.change(row, column, grid.figure(row, stands));
    }),
  );
  if (changes.length < FEWEST_ROWS) return;
  // What fell off the table's edge is lost: it may have been anything.
  const lost = step === 1 ? columns.at(-1) : columns[0];
  const open = lost === undefined ? [] : rows.map((row) => grid.cell(row, lost)).filter((cell) => cell >= 0);
  const [first] = columns;
  const [left, right] = step === 1 ? ["右", "左"] : ["左", "右"];
  const words = `${table.label} 从${columnWords(table, first ?? "")}起，数字整块向${left}错了一列`;
  yield {
    surprise: SURPRISE.block,
    changes,
    open,
    tell: () => ({
      kind: "columns",
      words,
      then: "移回后",
      advice: `请把这一块数字整体向${right}移一列，再校验一次。`,
      cells: corners(
        table,
        rows.map((row) => grid.row(row)),
        columns,
      ),
    }),
  };
}
