/** a b c d e f, as PDF writes them: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  typeof value === "object" && value !== null && "length" in value && (value as ArrayLike<unknown>).length >= 6;

/** Six numbers, listed or as an array; null for anything else. */
export function matrixOf(args: readonly unknown[]): Matrix | null {
  const list: ArrayLike<unknown> = isNumbers(args[0]) ? args[0] : args;
  const six = Array.from({ length: 6 }, (_, i) => Number(list[i]));
  return six.every(Number.isFinite) ? (six as unknown as Matrix) : null;
}
