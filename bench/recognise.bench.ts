/**
 * How long recognising and reading takes: an ordinary workbook of twelve sheets (at most 10 ms once warm), and one of
 * twelve sheets with twenty thousand rows each (at most half of what the file library takes to parse it, in one run).
 *
 *   node scripts/run.mjs bench/recognise.bench.ts [rows]
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import * as XLSX from "@e965/xlsx";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import type { PlainSheet, PlainWorkbook } from "../src/workbook/plain";
import { recogniseWorkbook } from "../src/book/recognise";
import { tellSpeeds } from "./results";

const SAMPLE = path.join(import.meta.dirname, "../samples/2026-12.xlsx");
const WARM = 60;
const ORDINARY_LIMIT = 10;
const RATIO_LIMIT = 0.5;
const rows = Number(process.argv[2] ?? 20_000);

function time<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The body's rows over and over, so that every table of the sample is `count` rows long. */
function lengthened(sheet: PlainSheet, count: number): unknown[][] {
  const head = 6;
  const tail = 2;
  const body = sheet.values.slice(head, -tail);
  const long = Array.from({ length: Math.max(0, count - head - tail) }, (_, index) => body[index % Math.max(1, body.length)] ?? []);
  return [...sheet.values.slice(0, head), ...long, ...sheet.values.slice(-tail)].map((row) => [...row]);
}

function largeFile(sample: PlainWorkbook): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sample.sheets)
    if (!sheet.name.startsWith("填报-")) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lengthened(sheet, rows)), sheet.name);
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const sample = await readWorkbook(new Uint8Array(readFileSync(SAMPLE)), "2026-12.xlsx");
const cold = time(() => recogniseWorkbook(sample)).ms;
for (let i = 0; i < WARM; i++) recogniseWorkbook(sample);
const warm = median(Array.from({ length: WARM }, () => time(() => recogniseWorkbook(sample)).ms));

const bytes = largeFile(sample);
const startParse = performance.now();
const large = await readWorkbook(bytes, "large.xlsx");
const parse = performance.now() - startParse;
const before = process.memoryUsage().heapUsed;
const { result, ms } = time(() => recogniseWorkbook(large));
const held = (process.memoryUsage().heapUsed - before) / 2 ** 20;
const read = [...result.tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
tellSpeeds("recognise", "识别工作簿", [
  [
    `一本普通工作簿，${String(sample.sheets.length)} 张工作表`,
    `预热以后 ${warm.toFixed(2)} ms，第一次 ${cold.toFixed(1)} ms`,
    `至多 ${String(ORDINARY_LIMIT)} ms`,
  ],
  [
    `12 张表，每表 ${rows.toLocaleString("en")} 行，${(bytes.length / 2 ** 20).toFixed(1)} MB（认出 ${String(result.tables.size)} 张表、${String(read)} 行，占 ${held.toFixed(0)} MB）`,
    `${ms.toFixed(0)} ms`,
    `读这个文件 ${parse.toFixed(0)} ms：${(ms / parse).toFixed(3)} 倍（至多 ${String(RATIO_LIMIT)}）`,
  ],
]);
if (warm > ORDINARY_LIMIT || ms > parse * RATIO_LIMIT) process.exitCode = 1;
