import { Exact } from "../../amount/exact";

/** What a cell or a part of a formula comes to; null is a blank. */
export type Scalar = Exact | string | boolean | null;
/** Rows of values; a single value is one row of one. */
export type Matrix = readonly (readonly Scalar[])[];

/** Thrown where a formula is beyond what is worked out here; never leaves this folder. */
export class NotCalculable extends Error {}

export const one = (value: Scalar): Matrix => [[value]];

/** The single value of a matrix of one. */
export function scalarOf(matrix: Matrix): Scalar {
  const [row] = matrix;
  if (matrix.length !== 1 || row?.length !== 1) throw new NotCalculable();
  return row[0] ?? null;
}

/** A value in arithmetic: a blank is 0, TRUE is 1; a text is none. */
export function numberOf(value: Scalar): Exact {
  if (value instanceof Exact) return value;
  if (typeof value === "string") throw new NotCalculable();
  return value === true ? Exact.ofUnits(1) : Exact.zero;
}

/** Applied cell by cell; a single value stands for as many as the other side has. */
export function zip(a: Matrix, b: Matrix, combine: (left: Scalar, right: Scalar) => Scalar): Matrix {
  const [rows, columns] = [Math.max(a.length, b.length), Math.max(width(a), width(b))];
  const at = (matrix: Matrix, row: number, column: number): Scalar => {
    const found = matrix[matrix.length === 1 ? 0 : row];
    const value = found?.[width(matrix) === 1 ? 0 : column];
    if (value === undefined) throw new NotCalculable();
    return value;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => combine(at(a, row, column), at(b, row, column))),
  );
}

const width = (matrix: Matrix): number => matrix[0]?.length ?? 0;

/** -1, 0, 1; null where the two are of different kinds. A blank is like "" and like 0. */
export function compare(left: Scalar, right: Scalar): number | null {
  if (left === null && right === null) return 0;
  if (left === null) return right === null ? 0 : compare(blankLike(right), right);
  if (right === null) return compare(left, blankLike(left));
  if (left instanceof Exact && right instanceof Exact) return left.compare(right);
  if (typeof left === "string" && typeof right === "string") return Math.sign(left.toLowerCase().localeCompare(right.toLowerCase()));
  return typeof left === "boolean" && typeof right === "boolean" ? Number(left) - Number(right) : null;
}

const blankLike = (value: Exact | string | boolean): Scalar =>
  typeof value === "string" ? "" : typeof value === "boolean" ? false : Exact.zero;
