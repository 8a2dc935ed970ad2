import { Exact } from "../../../../amount/exact";
import { judgeSum } from "../../../../amount/tolerance";
import { oneSlip } from "../../../../text/edits";
import { amountAt, isTotalRow, nameAt, type Region, type RegionColumn } from "./region";

/** One sum that does not come out, of a table whose others do. */
export interface Broken {
  readonly total: { readonly row: number; readonly column: RegionColumn };
  readonly parts: readonly { readonly row: number; readonly column: RegionColumn }[];
  readonly said: Exact;
  readonly sum: Exact;
  /** How many others of its kind come out. */
  readonly others: number;
}

/** A column that is the sum of others in nearly every row. */
export interface Across {
  readonly total: RegionColumn;
  readonly parts: readonly RegionColumn[];
  readonly holds: number;
  readonly broken: readonly Broken[];
}

/** So many sums must come out before one that does not is an error, and so many times more of them. */
const LEAST = 3;
const TIMES = 3;

/** What each addend may lack by rounding, twice: a column may itself be worked out of rounded ones. */
export const comesOut = ({ precision }: Region, said: Exact, sum: Exact, parts: number): boolean =>
  judgeSum(said.minus(sum), 2 * parts + 2, precision) !== "broken";

/** From the right: each total, and the columns behind it that it is the sum of; what these are divided into themselves is passed over. */
export function acrossOf(region: Region): readonly Across[] {
  const found: Across[] = [];
  const consumed = new Set<RegionColumn>();
  for (const total of region.columns.filter(({ isTotal }) => isTotal).reverse()) {
    const behind = region.columns.filter((column) => column.index > total.index && !consumed.has(column));
    let best: Across | null = null;
    for (let count = 2; count <= behind.length; count += 1) {
      const tried = tryAcross(region, total, behind.slice(0, count));
      if (tried && tried.holds >= (best?.holds ?? LEAST)) best = tried;
    }
    best ??= tryOnly(region, total, behind);
    if (!best) continue;
    for (const part of best.parts) consumed.add(part);
    if (best.holds >= LEAST) found.push(best);
  }
  return found;
}

/**
 * The one column with amounts that a total is divided into: line by line the same. One that is not the same is wrong where it is more
 * than its total, or a keystroke away from it: what lacks may stand in a column that is no column of amounts.
 */
function tryOnly(region: Region, total: RegionColumn, [next]: readonly RegionColumn[]): Across | null {
  if (!next) return null;
  const rows = region.rows.map((row) => {
    const [said, sum] = [amountAt(region, row, total) ?? Exact.zero, amountAt(region, row, next) ?? Exact.zero];
    return { total: { row, column: total }, parts: [{ row, column: next }], said, sum, others: 0 };
  });
  const wrong = rows.filter(({ said, sum }) => !said.equals(sum));
  const holds = rows.filter(({ said, sum }) => !said.isZero() && said.equals(sum)).length;
  const isSure = wrong.every(({ said, sum }) => !said.isZero() && (sum.compare(said) > 0 || oneSlip(said.toFixed(2), sum.toFixed(2))));
  if (holds + wrong.length < LEAST || wrong.length * TIMES > holds || !isSure || isPartMissing(region, [next], wrong)) return null;
  return { total, parts: [next], holds, broken: wrong.map((one) => ({ ...one, others: holds })) };
}

function tryAcross(region: Region, total: RegionColumn, parts: readonly RegionColumn[]): Across | null {
  let holds = 0;
  let several = 0;
  const broken: Broken[] = [];
  for (const row of region.rows) {
    const said = amountAt(region, row, total) ?? Exact.zero;
    const values = parts.flatMap((column) => amountAt(region, row, column) ?? []).filter((value) => !value.isZero());
    if (said.isZero() && values.length === 0) continue;
    const sum = Exact.sum(values);
    if (comesOut(region, said, sum, values.length)) {
      holds += 1;
      if (values.length > 1) several += 1;
    } else broken.push({ total: { row, column: total }, parts: parts.map((column) => ({ row, column })), said, sum, others: 0 });
    if (broken.length * TIMES > region.rows.length) return null;
  }
  if (holds < LEAST || several === 0 || broken.length * TIMES > holds || isPartMissing(region, parts, broken)) return null;
  return { total, parts, holds, broken: broken.map((one) => ({ ...one, others: holds })) };
}

/** Whether what lacks stands in one other column wherever it lacks: that column is a part as well, and the sum is another one. */
const isPartMissing = (region: Region, parts: readonly RegionColumn[], broken: readonly Broken[]): boolean =>
  broken.length > 0 &&
  region.columns.some(
    (column) =>
      !parts.includes(column) &&
      broken.every(
        ({ total, said, sum }) => column !== total.column && amountAt(region, total.row, column)?.equals(said.minus(sum)) === true,
      ),
  );

/** Rows that are the sum of those below them, and the row 合计 of those on top: by most of their columns. */
export function downOf(region: Region): readonly Broken[] {
  const { rows, columns } = region;
  const total = rows.find((row) => isTotalRow(region, row));
  if (total === undefined && rows.some((row) => OF_YEAR.test(nameAt(region, row)))) return [];
  let top: number[] = [];
  const broken: Broken[] = [];
  const others = rows.filter((row) => row !== total && !isTotalRow(region, row));
  if (others.length > MOST_ROWS) return [];
  for (const row of [...others].reverse()) {
    const below = sumOf(region, row, top);
    if (below) {
      broken.push(...below.broken);
      top = [row, ...top.slice(below.count)];
    } else top = [row, ...top];
  }
  const all = total === undefined ? [] : mostly(region, total, top, columns);
  return all ? [...broken, ...all] : [];
}
/** One year below the other is no list of parts. */
const OF_YEAR = /^20\d\d年/;
/** Longer lists are no list of units and projects. */
const MOST_ROWS = 400;
const MOST_BELOW = 60;

function sumOf(region: Region, row: number, top: readonly number[]): { readonly count: number; readonly broken: readonly Broken[] } | null {
  for (let count = 1; count <= Math.min(top.length, MOST_BELOW); count += 1) {
    const broken = mostly(region, row, top.slice(0, count), region.columns);
    if (broken) return { count, broken };
  }
  return null;
}

/** The sums of a row's columns that do not come out, where two at least and most do; null where they do not. */
function mostly(region: Region, row: number, below: readonly number[], columns: readonly RegionColumn[]): readonly Broken[] | null {
  const broken: Broken[] = [];
  let holds = 0;
  for (const column of columns) {
    const said = amountAt(region, row, column) ?? Exact.zero;
    const values = below.flatMap((one) => amountAt(region, one, column) ?? []);
    const sum = Exact.sum(values);
    if (said.isZero() && sum.isZero()) continue;
    if (comesOut(region, said, sum, values.length)) holds += 1;
    else broken.push({ total: { row, column }, parts: below.map((one) => ({ row: one, column })), said, sum, others: 0 });
  }
  return holds > 1 && broken.length * 2 <= holds ? broken.map((one) => ({ ...one, others: holds })) : null;
}
