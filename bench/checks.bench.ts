/**
 * How fast a workbook is checked: warm, right and with wrong cells, and one of twelve tables of many rows in a process of
 * its own. `node scripts/run.mjs bench/checks.bench.ts [FILE…]`: without files, the samples and, where they are at hand,
 * the published workbooks. How well it finds what is wrong: cells.bench.ts.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { checkWorkbook } from "../src/book/check";
import { recogniseWorkbook } from "../src/book/recognise";
import { amountCells, edited, mutationsOf, seeded } from "../test/checks/mutation-cases";
import { booksOf, filesIn, type Book } from "./books";
import { median } from "./built-pages";
import type { LargeRun } from "./large-check";
import { tell } from "./results";

const WARM = 15;
const WRONG_BOOKS = 12;
const LARGE = [5_000, 20_000];

const given = process.argv.slice(2);
const root = path.join(import.meta.dirname, "..");

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

/** The median check of a dozen copies, each with so many wrong cells. */
function withWrongCells({ workbook, recognised }: Book, count: number): number {
  const cells = amountCells(recognised, true);
  const random = seeded(count);
  const wrong = (): readonly ReturnType<typeof mutationsOf>[number]["edits"][number][] =>
    Array.from({ length: count }, () => cells[Math.floor(random() * cells.length)]).flatMap((cell) =>
      cell ? (mutationsOf(cell, 1)[0]?.edits ?? []) : [],
    );
  const books = Array.from({ length: WRONG_BOOKS }, () => recogniseWorkbook(edited(workbook, wrong())));
  return median(books.map((book) => timed(() => checkWorkbook(book), 1)));
}

const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;
const books = await booksOf(given.length > 0 ? given : [...filesIn("samples"), ...filesIn("../shared/workbooks")]);
tell("checks", {
  title: "审核一本工作簿（中位数，预热以后）",
  columns: ["工作簿", "没有错", "一格写错，找出是哪一格", "三格写错"],
  rows: books.map((book) => [
    book.label,
    milliseconds(timed(() => checkWorkbook(book.recognised), WARM)),
    milliseconds(withWrongCells(book, 1)),
    milliseconds(withWrongCells(book, 3)),
  ]),
});

tell("checks", {
  title: "十二张长表，各在一个进程里",
  columns: ["工作簿", "识别（处理器）", "审核（处理器）", "审核（时钟）", "内存最多", "其中审核以前"],
  rows: LARGE.flatMap((rows) =>
    [0, 3].map((wrong) => {
      const run = JSON.parse(
        execFileSync(process.execPath, ["scripts/run.mjs", "bench/large-check.ts", String(rows), String(wrong)], {
          cwd: root,
          encoding: "utf8",
        }),
      ) as LargeRun;
      return [
        `每表 ${rows.toLocaleString("en")} 行，${wrong === 0 ? "没有错" : `${String(wrong)} 格写错`}`,
        ...[run.recognise, run.check, run.checkElapsed].map((time) => `${String(time)} ms`),
        ...[run.peak, run.before].map((size) => `${String(size)} MB`),
      ];
    }),
  ),
});
