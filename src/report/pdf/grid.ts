import { limits } from "../limits";
import type { MergedArea } from "../report";
import type { Rule } from "./page";
import { clustered, NEAR, placeAt, wholeRules } from "./ruling";

/** A ruled table: where its columns and rows begin and end, and its cells as areas of them. */
export interface RuledGrid {
  /** Ascending; one more than there are columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly MergedArea[];
}

/** Lines that touch, directly or by others. */
function components(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  const downs = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => !rule.across);
  rules.forEach((rule, index) => {
    if (!rule.across) return;
    for (const down of downs)
      if (
        down.rule.at >= rule.from - NEAR &&
        down.rule.at <= rule.to + NEAR &&
        rule.at >= down.rule.from - NEAR &&
        rule.at <= down.rule.to + NEAR
      )
        parent[root(index)] = root(down.index);
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => groups.set(root(index), [...(groups.get(root(index)) ?? []), rule]));
  return [...groups.values()];
}

/** The ruled tables of a page: at least two cells, sides may be open. */
export function ruledGrids(rules: readonly Rule[]): RuledGrid[] {
  if (rules.length > limits.rules) return [];
  const whole = wholeRules(rules);
  return components(whole).flatMap((component) => {
    const across = component.filter((rule) => rule.across);
    const down = component.filter((rule) => !rule.across);
    if (across.length < 2 || down.length === 0) return [];
    const outer = (of: readonly Rule[]): number[] => [Math.min(...of.map(({ from }) => from)), Math.max(...of.map(({ to }) => to))];
    const xs = clustered([...down.map(({ at }) => at), ...outer(across)], NEAR * 1.6);
    const ys = clustered([...across.map(({ at }) => at), ...outer(down)], NEAR * 1.6);
    if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6 || xs.length * ys.length > limits.places) return [];
    return [{ xs, ys, cells: cellsOf(xs, ys, across, down) }];
  });
}

/** Whether a line runs there between two neighbouring places. */
function ruled(lanes: readonly (readonly Rule[])[], lane: number, from: number, to: number): boolean {
  const at = (from + to) / 2;
  return lanes[lane]?.some((rule) => rule.from <= at && rule.to >= at) ?? false;
}

function lanesOf(rules: readonly Rule[], positions: readonly number[]): Rule[][] {
  const lanes: Rule[][] = positions.map(() => []);
  for (const rule of rules) lanes[placeAt(positions, rule.at, NEAR * 2)]?.push(rule);
  return lanes;
}

/** Places without a line between them are one cell. */
function cellsOf(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): MergedArea[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const downLanes = lanesOf(down, xs);
  const acrossLanes = lanesOf(across, ys);
  const open = (row: number, column: number, right: boolean): boolean =>
    right
      ? column + 1 < columns && !ruled(downLanes, column + 1, ys[row] ?? 0, ys[row + 1] ?? 0)
      : row + 1 < rows && !ruled(acrossLanes, row + 1, xs[column] ?? 0, xs[column + 1] ?? 0);
  const taken = new Set<number>();
  const cells: MergedArea[] = [];
  for (let top = 0; top < rows; top++)
    for (let left = 0; left < columns; left++) {
      if (taken.has(top * columns + left)) continue;
      let right = left;
      while (open(top, right, true) && !taken.has(top * columns + right + 1)) right++;
      let bottom = top;
      const wide = (row: number): boolean =>
        Array.from({ length: right - left + 1 }, (_, i) => open(row, left + i, false) && !taken.has((row + 1) * columns + left + i)).every(
          Boolean,
        );
      while (wide(bottom)) bottom++;
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) taken.add(row * columns + column);
      cells.push({ top, left, bottom, right });
    }
  return cells;
}
