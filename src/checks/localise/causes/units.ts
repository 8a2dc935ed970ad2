import type { Recognised, Table } from "../../../workbook/recognised";
import { amountOf, figuresOf, FIGURE_DECIMALS } from "../../engine/figures";
import type { Change, State } from "../system/state";
import { withFigures, withoutTable } from "./edits";
import { Grid } from "./grid";
import { SURPRISE, type FigureHypothesis, type TableHypothesis } from "./hypothesis";
import { columnWords, corners } from "./words";

/** 元 in a 万元. */
const TIMES = 10_000;

/** A column, a table or several tables whose figures are ten thousand times too large or too small. */
export function* unitHypotheses(grids: readonly Grid[], state: State): Generator<FigureHypothesis> {
  for (const way of ["large", "small"] as const) {
    for (const table of new Set(grids.map((grid) => grid.table))) yield* scaled(Grid.ofTable(state, table), null, way, state);
    for (const grid of grids) if (grid.columns.length > 1) for (const column of grid.columns) yield* scaled([grid], [column], way, state);
    const apart = farApart(grids)[way];
    const tables = [...new Set(apart.map(({ table }) => table))];
    if (apart.length > 1)
      yield* scaled(
        tables.flatMap((table) => Grid.ofTable(state, table)),
        null,
        way,
        state,
      );
  }
}

function* scaled(
  grids: readonly Grid[],
  columns: readonly string[] | null,
  way: "large" | "small",
  state: State,
): Generator<FigureHypothesis> {
  const { unit } = state.system;
  const right = (figure: number): number =>
    way === "large" ? Math.round(figure / TIMES / unit) * unit : Math.round((figure * TIMES) / unit) * unit;
  const changes: Change[] = grids.flatMap((grid) =>
    grid.rows.flatMap((row) => (columns ?? grid.columns).flatMap((column) => grid.change(row, column, right(grid.stored(row, column))))),
  );
  // Figures that would vanish were never in the smaller unit.
  if (changes.length <= 1 || changes.some(({ value }) => value === 0)) return;
  const fewest = columns === null && changes.length > 2 ? 1 : 2;
  yield { surprise: SURPRISE.block, changes, byEquality: true, fewest, tell: () => told(grids, columns, way) };
}

function told(grids: readonly Grid[], columns: readonly string[] | null, way: "large" | "small"): ReturnType<FigureHypothesis["tell"]> {
  const tables = [...new Set(grids.map(({ table }) => table))];
  const [only] = grids;
  const part =
    only && columns?.length === 1 && only.columns.length > 1 ? columns.map((column) => columnWords(only.table, column)).join("") : "整张表";
  const labels = tables.map(({ label }) => label).join("、");
  return {
    kind: "unit",
    then: "换算后",
    ...unitWords(tables, `${labels} ${tables.length > 1 ? "各表" : part}`, way),
    cells: grids.flatMap((grid) =>
      corners(
        grid.table,
        grid.rows.map((row) => grid.row(row)),
        columns ?? grid.columns,
      ),
    ),
  };
}

function unitWords(tables: readonly Table[], what: string, way: "large" | "small"): { readonly words: string; readonly advice: string } {
  const states = tables.map(({ facts }) => facts.statedUnit?.unit).find((unit) => unit !== undefined);
  const head = states ? `表上写的是“单位：${states}”` : "表上没有写单位";
  return way === "large"
    ? {
        words: `${what}的数字都大了一万倍，像是按元填的，${head}`,
        advice: "请把这些数字换算成万元（除以 10,000），或者改正表上的单位，再校验一次。",
      }
    : {
        words: `${what}的数字都小了一万倍，像是按万元填的，${head}`,
        advice: "请把这些数字换算成元（乘以 10,000），或者改正表上的单位，再校验一次。",
      };
}

/** Grids on the far sides of the widest gap in size, where that gap is that of the two units. */
function farApart(grids: readonly Grid[]): Readonly<Record<"large" | "small", readonly Grid[]>> {
  const size = (grid: Grid): number =>
    Math.max(0, ...grid.columns.flatMap((column) => grid.rows.map((row) => Math.abs(grid.figure(row, column)))));
  const sized = grids
    .map((grid) => ({ grid, size: size(grid) }))
    .filter((one) => one.size > 0)
    .sort((a, b) => a.size - b.size);
  const at = sized.findIndex((one, index) => index > 0 && one.size / (sized[index - 1]?.size ?? one.size) > TIMES / 20);
  const side = (part: typeof sized): readonly Grid[] => part.map(({ grid }) => grid);
  return at < 0 ? { large: [], small: [] } : { large: side(sized.slice(at)), small: side(sized.slice(0, at)) };
}

/**
 * In a workbook in 元, a table in 万元 says each figure to the nearest hundred 元 only: it is held against the others rounded alike.
 */
export function* coarserTables(recognised: Recognised, tables: readonly Table[]): Generator<TableHypothesis> {
  const coarse = amountOf(10 ** (FIGURE_DECIMALS - 2));
  if ([...recognised.tables.values()].every((table) => table.precision.compare(coarse) >= 0)) return;
  const unit = 10 ** (FIGURE_DECIMALS - 2);
  for (const table of tables) {
    const mended = [...recognised.tables.values()].reduce<Recognised>(
      (book, other) =>
        withFigures(
          book,
          other,
          (row, column) => {
            const figure = figuresOf(other, column).shown[row] ?? 0;
            if (figure === 0) return undefined;
            return amountOf(other === table ? figure * TIMES : Math.round(figure / unit) * unit);
          },
          coarse,
        ),
      recognised,
    );
    const columns = [...table.columns.keys()];
    yield {
      surprise: SURPRISE.block,
      mended,
      after: withoutTable(recognised, table),
      // A whole table may have a single figure in common with the others.
      fewest: 1,
      tell: () => ({
        kind: "unit",
        then: "换算后",
        ...unitWords([table], `${table.label} 整张表`, "small"),
        cells: corners(table, table.rows, columns),
      }),
    };
  }
}
