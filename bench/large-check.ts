/**
 * Recognises and checks one workbook of 12 tables of ROWS rows with WRONG wrong cells, in a process of its own, and prints
 * one line of JSON: milliseconds of processor and megabytes at the peak. `node scripts/run.mjs bench/large-check.ts ROWS WRONG`.
 */
import { checkWorkbook } from "../src/book/check";
import type { PlainWorkbook } from "../src/workbook/plain";
import { recogniseWorkbook } from "../src/book/recognise";
import { largeWorkbook } from "./large-workbook";

/** What one run cost. `before`: megabytes once the plain workbook stood in memory, before anything was recognised. */
export interface LargeRun {
  readonly recognise: number;
  readonly check: number;
  /** The check by the clock: less than its processor time, since garbage is collected beside it. */
  readonly checkElapsed: number;
  readonly before: number;
  readonly peak: number;
  readonly broken: number;
  readonly suspects: readonly string[];
  readonly incomplete: boolean;
}

const rows = Number(process.argv[2]);
const wrong = Number(process.argv[3]);
const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

function spoilt(workbook: PlainWorkbook, count: number): PlainWorkbook {
  // 表5, 表3 and 表2, each some way down: the total of one row (its fifth cell) reads 10.00 too much.
  const places = [
    ["表5", 410],
    ["表3", 700],
    ["表2", 1100],
  ].slice(0, count);
  const sheets = workbook.sheets.map((sheet) => {
    const place = places.find(([name]) => name === sheet.name);
    if (!place) return sheet;
    return {
      ...sheet,
      values: sheet.values.map((row, at) =>
        at === place[1] ? row.map((value, column) => (column === 4 && typeof value === "number" ? value + 10 : value)) : row,
      ),
    };
  });
  return { ...workbook, sheets };
}

function processor<T>(work: () => T): { readonly result: T; readonly ms: number; readonly elapsed: number } {
  const [before, start] = [process.cpuUsage(), performance.now()];
  const result = work();
  return { result, ms: Math.round(process.cpuUsage(before).user / 1000), elapsed: Math.round(performance.now() - start) };
}

const workbook = spoilt(largeWorkbook(rows), wrong);
const before = peak();
const recognised = processor(() => recogniseWorkbook(workbook));
const checked = processor(() => checkWorkbook(recognised.result));
const { counts, suspects, suspectsIncomplete } = checked.result;
const run: LargeRun = {
  recognise: recognised.ms,
  check: checked.ms,
  checkElapsed: checked.elapsed,
  before,
  peak: peak(),
  broken: counts.broken,
  suspects: suspects.map(({ message }) => message),
  incomplete: suspectsIncomplete,
};
console.log(JSON.stringify(run));
