import { applied, type Matrix } from "./matrix";
import type { Rule } from "./page";

/** How a path is painted, by the name the library gives it; "" where it only clips. */
export type PathOperation = string;

type Point = readonly [number, number];

/** The library's own numbering of path steps, and how many numbers follow each. */
const STEPS = [2, 2, 6, 4, 0] as const;
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4];

/** Slimmer than this a filled box is a line; thicker it is a shade. */
const SLIM = 3;
/** How far a line may lean. */
const LEAN = 0.75;

/** The straight parts of a path as lists of points. Curves end the part. */
function parts(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let part: Point[] = [];
  for (let i = 0; i < data.length;) {
    const step = data[i] ?? 0;
    const [x, y] = [Number(data[i + 1]), Number(data[i + 2])];
    const first = part[0];
    if (step === MOVE) found.push((part = [applied(matrix, x, y)]));
    else if (step === LINE) part.push(applied(matrix, x, y));
    else if (step === CLOSE && first) part.push(first);
    else if (step !== CLOSE) found.push((part = []));
    i += 1 + (STEPS[step] ?? 0);
  }
  return found.filter((points) => points.length > 1);
}

function line([x1, y1]: Point, [x2, y2]: Point): Rule | null {
  if (Math.abs(y1 - y2) <= LEAN) return { across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  return Math.abs(x1 - x2) <= LEAN ? { across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) } : null;
}

/** A slim box is one line along its middle. */
function box(points: readonly Point[]): Rule | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= SLIM && width >= height) return { across: true, at: (top + bottom) / 2, from: left, to: right };
  return width <= SLIM ? { across: false, at: (left + right) / 2, from: top, to: bottom } : null;
}

/** The ruled lines that a painted path draws on the page. */
export function rulesOf(painted: PathOperation, data: unknown, matrix: Matrix): Rule[] {
  const path: unknown = Array.isArray(data) ? data[0] : null;
  if (!ArrayBuffer.isView(path) && !Array.isArray(path)) return [];
  const all = parts(path as unknown as ArrayLike<number>, matrix);
  const rules: (Rule | null)[] = [];
  for (const points of all) {
    if (/fill/i.test(painted)) rules.push(box(points));
    if (/stroke/i.test(painted)) for (let i = 1; i < points.length; i++) rules.push(line(points[i - 1] ?? [0, 0], points[i] ?? [0, 0]));
  }
  return rules.filter((rule) => rule !== null);
}
