import { Exact } from "../amount/exact";
import { asMatrix, readAmount, type Matrix } from "./arguments";
import { numberError, raise, valueError, type CellResult } from "./errors";

/**
 * Cell by cell over one range. The result has the range's shape and spills; a single cell gives a single cell.
 * An error in a cell is the result of that cell alone; the others are still worked out.
 */
export function spread(argument: unknown, work: (cell: unknown) => CellResult): CellResult[][] {
  return settle(asMatrix(argument).map((row) => row.map(work)));
}

/** Cell by cell over the amounts of one range. */
export function spreadAmounts(argument: unknown, work: (amount: Exact) => CellResult): CellResult[][] {
  return spread(argument, (cell) => {
    const amount = readAmount(cell);
    return amount instanceof Exact ? work(amount) : amount;
  });
}

/**
 * Cell by cell over two ranges of the same shape, or a range and a single value, which then meets every cell.
 * @throws #VALUE! when the shapes differ.
 */
export function spreadPairs(left: unknown, right: unknown, work: (left: Exact, right: Exact) => CellResult): CellResult[][] {
  const [lefts, rights] = [asMatrix(left), asMatrix(right)];
  const shape = commonShape(lefts, rights);
  const [oneLeft, oneRight] = [isSingle(lefts), isSingle(rights)];
  return settle(
    shape.map((row, at) => {
      const leftRow = oneLeft ? null : lefts[at];
      const rightRow = oneRight ? null : rights[at];
      return row.map((_, column) => pair(leftRow ? leftRow[column] : lefts[0]?.[0], rightRow ? rightRow[column] : rights[0]?.[0], work));
    }),
  );
}

function pair(left: unknown, right: unknown, work: (left: Exact, right: Exact) => CellResult): CellResult {
  const first = readAmount(left);
  if (!(first instanceof Exact)) return first;
  const second = readAmount(right);
  return second instanceof Exact ? work(first, second) : second;
}

const isSingle = (matrix: Matrix): boolean => matrix.length === 1 && matrix[0]?.length === 1;
const columns = (matrix: Matrix): number => matrix[0]?.length ?? 0;

function commonShape(left: Matrix, right: Matrix): Matrix {
  if (isSingle(right)) return left;
  if (isSingle(left) || (left.length === right.length && columns(left) === columns(right))) return right;
  return raise(valueError(`两个区域大小不一致：前一个 ${size(left)}，后一个 ${size(right)}。请选取行数、列数相同的区域。`));
}

const size = (matrix: Matrix): string => `${matrix.length} 行 ${columns(matrix)} 列`;

/** What is too large for Excel is #NUM!. A single error is thrown, which every version of Excel understands; errors among other results stay where they are. */
function settle(worked: CellResult[][]): CellResult[][] {
  const results = worked.map((row) =>
    row.map((result) => (typeof result === "number" && !Number.isFinite(result) ? numberError() : result)),
  );
  const only = results.length === 1 && results[0]?.length === 1 ? results[0][0] : undefined;
  if (typeof only === "object") raise(only);
  return results;
}
