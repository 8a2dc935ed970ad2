/**
 * How many faults of every kind are seen and said first, in workbooks of every family. `node scripts/run.mjs
 * bench/faults.bench.ts [MOST OF A KIND A BOOK] [SEED] [FILE…]`: without files, the samples and, where they are at hand,
 * published ones. Targets: of what an equation can see 99 % detected, 95 % said first, no false error.
 */
import { FAULT_KINDS, faultsOf, RightBook, type FaultKind, type FaultOutcome } from "../test/checks/fault-cases";
import { booksOf, filesIn } from "./books";
import { fewOfEach, percent, tell } from "./results";

const [most = "2", seed = "1", ...given] = process.argv.slice(2);
/** A workbook has tables enough for so many of a kind, one of each on a table. */
const A_TABLE = 6;

const KINDS: Readonly<Record<FaultKind, string>> = {
  digit: "一位数字写错",
  transposed: "相邻两位颠倒",
  point: "小数点错位",
  sign: "正负号写反",
  blanked: "漏填一格",
  "row left out": "漏一行",
  "row written twice": "一行写了两遍",
  "row put in": "多一行",
  "columns exchanged": "两列对调",
  "column one row off": "一列错开一行",
  "moved one column": "一个数错到旁边一列",
  "wrong unit": "一张表用错计量单位",
  "another book's table": "混进别的单位的表",
  "another name": "科目或项目名称写错",
};

const opened = await booksOf(
  given.length > 0 ? given : [...filesIn("samples"), ...filesIn("../shared/real"), ...filesIn("../shared/workbooks")],
);
const books = opened.map(({ label, workbook }) => new RightBook(label, workbook));
const families = new Map(opened.map(({ label, family }) => [label, family]));

const COLUMNS = ["放进的错", "查出", "第一条就指对地方", "误报的错误"];
function row(label: string, outcomes: readonly FaultOutcome[]): readonly string[] {
  const detected = outcomes.filter((outcome) => outcome.detected);
  const toBlame = detected.filter(({ blamable }) => blamable);
  const errors = outcomes.reduce((sum, { falseErrors }) => sum + falseErrors.length, 0);
  const first = toBlame.filter((outcome) => outcome.first).length;
  return [label, String(outcomes.length), percent(detected.length, outcomes.length), percent(first, toBlame.length), String(errors)];
}

const all = books.flatMap((book) => {
  const others = books.filter((other) => other !== book);
  const faults = faultsOf(book, others, Math.ceil(Number(most) / A_TABLE), Number(seed));
  const outcomes = fewOfEach(faults, ({ kind }) => kind, Number(most)).map((fault) => book.tried(fault));
  for (const { fault, detected, blamable, first, falseErrors, said } of outcomes)
    if (!detected || (blamable && !first) || falseErrors.length > 0)
      console.log(`${book.name}: ${detected ? (first ? "FALSE" : "not first") : "not seen"} ${fault.what}: ${falseErrors[0] ?? said}`);
  return outcomes.map((outcome) => ({ book: book.name, family: families.get(book.name) ?? "", outcome }));
});
const of = (which: (one: (typeof all)[number]) => boolean): readonly FaultOutcome[] => all.filter(which).map(({ outcome }) => outcome);

tell("faults", {
  title: "工作簿里放进一处错，按工作簿",
  columns: ["工作簿", ...COLUMNS],
  rows: [
    ...books.map(({ name }) =>
      row(
        name,
        of(({ book }) => book === name),
      ),
    ),
    row(
      "合计",
      of(() => true),
    ),
  ],
});
tell("faults", {
  title: "工作簿里放进一处错，按错的种类",
  columns: ["错的种类", ...COLUMNS],
  rows: FAULT_KINDS.map((kind) =>
    row(
      KINDS[kind],
      of(({ outcome }) => outcome.fault.kind === kind),
    ),
  ),
});
