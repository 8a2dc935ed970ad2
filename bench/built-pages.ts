/** What the benchmarks of the built pages have in common. */
import { existsSync } from "node:fs";
import path from "node:path";

/** The built pages. Throws where they are not built. */
export function builtPages(): string {
  const dist = path.join(import.meta.dirname, "../dist");
  if (!existsSync(path.join(dist, "index.html"))) throw new Error("The pages are not built: run npm run build first.");
  return dist;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** "134 ms (58 - 362)": the median, and the least and the most. */
export const shown = (times: readonly number[]): string =>
  `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} - ${Math.max(...times).toFixed(0)})`;

/** How many times as long, by the medians. */
export const ratio = (times: readonly number[], floor: readonly number[]): string => (median(times) / median(floor)).toFixed(2);
