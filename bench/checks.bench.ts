/**
 * How well a wrong figure is found and traced, and how fast. `node scripts/run.mjs bench/checks.bench.ts [FILE…]`:
 * without files, the samples and, where they are at hand, the published workbooks. Rates are over every amount cell and
 * every slip of test/checks/mutation-cases.ts.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { address } from "../src/amount/cell-ref";
import { checkWorkbook } from "../src/book/check";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../src/workbook/plain";
import { recogniseWorkbook } from "../src/book/recognise";
import {
  amountCells,
  brokenKeys,
  edited,
  mutationsOf,
  rates,
  seeded,
  tried,
  triedTogether,
  typedInto,
  type Mutation,
  type Outcome,
} from "../test/checks/mutation-cases";
import { itemRows, triedRow } from "../test/checks/row-cases";
import type { LargeRun } from "./large-check";

const PAIRS = 300;

const root = path.join(import.meta.dirname, "..");
const inFolder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".xlsx"))
        .sort()
        .map((name) => path.join(folder, name))
    : [];
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [...inFolder(path.join(root, "samples")), ...inFolder(path.join(root, "../shared/workbooks"))];

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)}%`);
const where = ({ cell, name }: Mutation): string => `${cell.sheet}!${address(cell)} ${cell.value.toFixed(2)} ${name}`;

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function timed(work: () => unknown, times: number): number {
  work();
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function print(label: string, outcomes: readonly Outcome[]): void {
  const { count, detected, first, three, figure, incomplete } = rates(outcomes);
  console.log(
    `${label.padEnd(34)} ${String(count).padStart(6)} ${percent(detected, count).padStart(9)} ${percent(first, detected).padStart(9)} ${percent(three, detected).padStart(9)} ${percent(figure, detected).padStart(9)} ${String(incomplete).padStart(7)}`,
  );
}

function printMisses(outcomes: readonly Outcome[]): void {
  for (const { mutation, detected, rank, suspects } of outcomes) {
    if (!detected)
      console.log(`  not seen      ${where(mutation)}: what it stands in allows as much to rounding, or nothing else states it`);
    else if (rank !== 0)
      console.log(
        `  ranked ${rank < 0 ? "nowhere" : String(rank + 1).padEnd(7)} ${where(mutation)}: ${suspects
          .slice(0, 4)
          .map((suspect) => `${suspect.sheet}!${address(suspect)} -> ${suspect.expected ?? "?"}`)
          .join(", ")}`,
      );
  }
}

interface Opened {
  readonly name: string;
  readonly workbook: PlainWorkbook;
}

const opened: Opened[] = [];
for (const file of files)
  opened.push({ name: path.basename(file), workbook: await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file)) });

console.log("median milliseconds, warm           checks   with one wrong cell   with three");
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const cells = amountCells(recognised, true);
  const random = seeded(1);
  const wrong = (count: number): number => {
    const books = Array.from({ length: 40 }, () =>
      recogniseWorkbook(
        edited(
          workbook,
          Array.from({ length: count }, () => cells[Math.floor(random() * cells.length)]).flatMap((cell) =>
            cell ? (mutationsOf(cell, 1)[0]?.edits ?? []) : [],
          ),
        ),
      ),
    );
    return median(books.map((book) => timed(() => checkWorkbook(book), 3)));
  };
  console.log(
    `${name.padEnd(34)} ${timed(() => checkWorkbook(recognised), 30)
      .toFixed(2)
      .padStart(7)} ${wrong(1).toFixed(2).padStart(21)} ${wrong(3).toFixed(2).padStart(12)}`,
  );
}

console.log(
  "\n12 tables of many rows, a process each       ms of processor: recognise    check   by the clock   MB at peak   (with the plain workbook only)",
);
for (const rows of [5_000, 10_000, 20_000])
  for (const wrong of [0, 1, 3]) {
    const runs = Array.from(
      { length: 3 },
      () =>
        JSON.parse(
          execFileSync(process.execPath, ["scripts/run.mjs", "bench/large-check.ts", String(rows), String(wrong)], {
            cwd: root,
            encoding: "utf8",
          }),
        ) as LargeRun,
    );
    const figure = (which: (run: LargeRun) => number): string => median(runs.map(which)).toFixed(0);
    console.log(
      `${`${String(rows)} rows, ${String(wrong)} wrong cells`.padEnd(44)} ${figure((run) => run.recognise).padStart(25)} ${figure((run) => run.check).padStart(8)} ${figure((run) => run.checkElapsed).padStart(14)} ${figure((run) => run.peak).padStart(12)} ${figure((run) => run.before).padStart(14)}`,
    );
  }

console.log("\none wrong cell                      cases  detected     first     three    figure incompl.");
const all: Outcome[] = [];
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const before = new Set(brokenKeys(checkWorkbook(recognised)));
  const wan = recognised.unit === "元" ? 10_000 : 1;
  const outcomes = amountCells(recognised, true)
    .flatMap((cell) => mutationsOf(cell, wan))
    .map((mutation) => tried(workbook, before, mutation));
  all.push(...outcomes);
  print(name, outcomes);
  printMisses(outcomes);
}
print("all", all);
for (const kind of new Set(all.map(({ mutation }) => mutation.name)))
  print(
    `  ${kind}`,
    all.filter(({ mutation }) => mutation.name === kind),
  );

console.log("\na figure typed into a blank cell    cases  detected     first     three    figure incompl.");
for (const { name, workbook } of opened) {
  const recognised = recogniseWorkbook(workbook);
  const before = new Set(brokenKeys(checkWorkbook(recognised)));
  const wan = recognised.unit === "元" ? 10_000 : 1;
  const outcomes = amountCells(recognised, false)
    .flatMap((cell) => typedInto(cell, wan).slice(0, 1))
    .map((mutation) => tried(workbook, before, mutation));
  print(name, outcomes);
  printMisses(outcomes.filter(({ detected }) => !detected));
}

console.log("\na whole row                         cases  detected     first  alone, explaining all");
for (const { name, workbook } of opened)
  for (const kind of ["deleted", "doubled"] as const) {
    const outcomes = itemRows(recogniseWorkbook(workbook), kind).map((slip) => triedRow(workbook, slip));
    const detected = outcomes.filter((outcome) => outcome.detected);
    console.log(
      `${`${name} ${kind}`.padEnd(34)} ${String(outcomes.length).padStart(6)} ${percent(detected.length, outcomes.length).padStart(9)} ${percent(detected.filter(({ first }) => first).length, detected.length).padStart(9)} ${percent(detected.filter(({ alone }) => alone).length, detected.length).padStart(9)}`,
    );
  }

console.log("\nseveral wrong cells                 cases  all named  named first  incomplete");
for (const { name, workbook } of opened)
  for (const together of [2, 3, 5]) {
    const recognised = recogniseWorkbook(workbook);
    const mutations = amountCells(recognised, true)
      .flatMap((cell) => mutationsOf(cell, recognised.unit === "元" ? 10_000 : 1))
      .filter((mutation) => mutation.name !== "moved");
    const random = seeded(together);
    const sets = Array.from({ length: PAIRS }, () =>
      Array.from({ length: together }, () => mutations[Math.floor(random() * mutations.length)]).filter(
        (mutation) => mutation !== undefined,
      ),
    ).filter((set) => new Set(set.map(({ cell }) => cell)).size === together);
    const results = sets.map((set) => triedTogether(workbook, set));
    const share = (which: (result: (typeof results)[number]) => boolean): string => percent(results.filter(which).length, results.length);
    console.log(
      `${`${name} ${String(together)} cells`.padEnd(34)} ${String(results.length).padStart(6)} ${share(({ all: named }) => named).padStart(10)} ${share(({ leading }) => leading).padStart(12)} ${share(({ incomplete }) => incomplete).padStart(11)}`,
    );
  }
