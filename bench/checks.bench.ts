/**
 * How well a wrong figure is found and traced, and how fast. `node scripts/run.mjs bench/checks.bench.ts [FILE…]`:
 * without files, the samples and, where they are at hand, the published workbooks. Rates are over every amount cell and
 * every slip of test/checks/mutation-cases.ts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { address } from "../src/amount/cell-ref";
import { checkWorkbook } from "../src/checks/run";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../src/workbook/plain";
import { recogniseWorkbook } from "../src/workbook/recognise";
import { amountCells, brokenKeys, edited, mutationsOf, rates, seeded, tried, triedTogether, typedInto, type Mutation, type Outcome } from "../test/checks/mutation-cases";
import { largeWorkbook } from "./large-workbook";

const PAIRS = 300;

const root = path.join(import.meta.dirname, "..");
const inFolder = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xlsx")).sort().map((name) => path.join(folder, name)) : []);
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [...inFolder(path.join(root, "samples")), ...inFolder(path.join(root, "../shared/workbooks"))];

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)}%`);
const where = ({ cell, name }: Mutation): string => `${cell.sheet}!${address(cell)} ${cell.value.toFixed(2)} ${name}`;

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function timed(work: () => unknown, times: number): number {
  work();
  return median(Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
}

function print(label: string, outcomes: readonly Outcome[]): void {
  const { count, detected, first, three, figure, incomplete } = rates(outcomes);
  console.log(`${label.padEnd(34)} ${String(count).padStart(6)} ${percent(detected, count).padStart(9)} ${percent(first, detected).padStart(9)} ${percent(three, detected).padStart(9)} ${percent(figure, detected).padStart(9)} ${String(incomplete).padStart(7)}`);
}

function printMisses(outcomes: readonly Outcome[]): void {
  for (const { mutation, detected, rank, suspects } of outcomes) {
    if (!detected) console.log(`  not seen      ${where(mutation)}: what it stands in allows as much to rounding, or nothing else states it`);
    else if (rank !== 0) console.log(`  ranked ${rank < 0 ? "nowhere" : String(rank + 1).padEnd(7)} ${where(mutation)}: ${suspects.slice(0, 4).map((suspect) => `${suspect.sheet}!${address(suspect)} -> ${suspect.expected ?? "?"}`).join(", ")}`);
  }
}

interface Opened {
  readonly name: string;
  readonly workbook: PlainWorkbook;
}

const opened: Opened[] = [];
for (const file of files) opened.push({ name: path.basename(file), workbook: await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file)) });

console.log("median milliseconds, warm           checks   with one wrong cell   with three");
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const cells = amountCells(recognised, true);
  const random = seeded(1);
  const wrong = (count: number): number => {
    const books = Array.from({ length: 40 }, () => recogniseWorkbook(edited(workbook, Array.from({ length: count }, () => cells[Math.floor(random() * cells.length)]).flatMap((cell) => (cell ? (mutationsOf(cell, 1)[0]?.edits ?? []) : [])))));
    return median(books.map((book) => timed(() => checkWorkbook(book), 3)));
  };
  console.log(`${name.padEnd(34)} ${timed(() => checkWorkbook(recognised), 30).toFixed(2).padStart(7)} ${wrong(1).toFixed(2).padStart(21)} ${wrong(3).toFixed(2).padStart(12)}`);
}

console.log("\n12 tables of many rows       checks: ms, ms of processor   one wrong cell: ms, ms of processor   MB of the process");
for (const rows of [5_000, 10_000, 20_000]) {
  const workbook = largeWorkbook(rows);
  const books = [recogniseWorkbook(workbook), recogniseWorkbook(withOneWrong(workbook))];
  const columns = books.map((book, index) => {
    const before = process.cpuUsage();
    const start = performance.now();
    checkWorkbook(book);
    const processor = process.cpuUsage(before).user / 1000;
    return `${(performance.now() - start).toFixed(0)}, ${processor.toFixed(0)}`.padStart(index === 0 ? 27 : 36);
  });
  console.log(`${String(rows).padEnd(24)} ${columns.join("")} ${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(22)}`);
}

console.log("\none wrong cell                      cases  detected     first     three    figure incompl.");
const all: Outcome[] = [];
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const before = new Set(brokenKeys(checkWorkbook(recognised)));
  const wan = recognised.unit === "元" ? 10_000 : 1;
  const outcomes = amountCells(recognised, true).flatMap((cell) => mutationsOf(cell, wan)).map((mutation) => tried(workbook, before, mutation));
  all.push(...outcomes);
  print(name, outcomes);
  printMisses(outcomes);
}
print("all", all);
for (const kind of new Set(all.map(({ mutation }) => mutation.name))) print(`  ${kind}`, all.filter(({ mutation }) => mutation.name === kind));

console.log("\na figure typed into a blank cell    cases  detected     first     three    figure incompl.");
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const before = new Set(brokenKeys(checkWorkbook(recognised)));
  const wan = recognised.unit === "元" ? 10_000 : 1;
  const outcomes = amountCells(recognised, false).flatMap((cell) => typedInto(cell, wan).slice(0, 1)).map((mutation) => tried(workbook, before, mutation));
  print(name, outcomes);
  printMisses(outcomes.filter(({ detected }) => !detected));
}

console.log("\nseveral wrong cells                 cases  all named  named first  incomplete");
for (const { name, workbook } of opened)
  for (const together of [2, 3, 5]) {
    const recognised = recogniseWorkbook(workbook);
    const mutations = amountCells(recognised, true).flatMap((cell) => mutationsOf(cell, recognised.unit === "元" ? 10_000 : 1)).filter((mutation) => mutation.name !== "moved");
    const random = seeded(together);
    const sets = Array.from({ length: PAIRS }, () => Array.from({ length: together }, () => mutations[Math.floor(random() * mutations.length)]).filter((mutation) => mutation !== undefined)).filter(
      (set) => new Set(set.map(({ cell }) => cell)).size === together,
    );
    const results = sets.map((set) => triedTogether(workbook, set));
    const share = (which: (result: (typeof results)[number]) => boolean): string => percent(results.filter(which).length, results.length);
    console.log(`${`${name} ${String(together)} cells`.padEnd(34)} ${String(results.length).padStart(6)} ${share(({ all: named }) => named).padStart(10)} ${share(({ leading }) => leading).padStart(12)} ${share(({ incomplete }) => incomplete).padStart(11)}`);
  }

function withOneWrong(workbook: PlainWorkbook): PlainWorkbook {
  const recognised = recogniseWorkbook(workbook);
  const cell = amountCells(recognised, true).find(({ table, row }) => table === 5 && row > 400);
  return cell ? edited(workbook, mutationsOf(cell, 1)[2]?.edits ?? []) : workbook;
}
