/**
 * Saves a workbook with one changed cell, in a process of its own, and prints one line of JSON: milliseconds, and megabytes at
 * the peak beyond those before. `node scripts/run.mjs bench/large-saving.ts FILE SHEET`.
 */
import { readFileSync } from "node:fs";
import { saveWorkbook } from "../src/hosts/file/save/save-workbook";

/** What one run cost. */
export interface SavingRun {
  readonly ms: number;
  readonly megabytes: number;
}

const [file = "", sheet = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const peak = (): number => process.resourceUsage().maxRSS / 1024;
const before = peak();
const start = performance.now();
await saveWorkbook(bytes, {
  drafts: [],
  edits: new Map([
    [sheet, { cells: [{ row: 5, column: 1, content: { kind: "value", value: 1219.53 } }], widths: new Map(), heights: new Map() }],
  ]),
  formulaAt: () => undefined,
});
const run: SavingRun = { ms: performance.now() - start, megabytes: peak() - before };
console.log(JSON.stringify(run));
