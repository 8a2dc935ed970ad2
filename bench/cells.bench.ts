/**
 * How well wrong figures are found and traced to their cells: one, a figure where none belongs, several at once.
 * `node scripts/run.mjs bench/cells.bench.ts [MOST OF A KIND A BOOK] [FILE…]`: without files, the samples and, where they
 * are at hand, published workbooks. With 100000 it tries every amount cell and every slip of test/checks/mutation-cases.ts.
 */
import { address } from "../src/amount/cell-ref";
import { checkWorkbook } from "../src/book/check";
import {
  amountCells,
  brokenKeys,
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
import { booksOf, filesIn, type Book } from "./books";
import { fewOfEach, percent, tell } from "./results";

const [most = "4", ...given] = process.argv.slice(2);
const few = Number(most);

const NAMES: Readonly<Record<string, string>> = {
  "+0.10": "多 0.10 万元",
  "-0.10": "少 0.10 万元",
  "+1.00": "多 1.00 万元",
  "-1.00": "少 1.00 万元",
  transposed: "两位颠倒",
  "×10": "大十倍",
  sign: "正负号写反",
  blanked: "漏填",
  moved: "错到旁边一列",
};

const books = await booksOf(given.length > 0 ? given : [...filesIn("samples"), ...filesIn("../shared/workbooks")]);

/** How much 1 万元 is in the workbook's unit. */
const wanOf = ({ recognised }: Book): number => (recognised.unit === "元" ? 10_000 : 1);
const slipsOf = (book: Book): readonly Mutation[] => amountCells(book.recognised, true).flatMap((cell) => mutationsOf(cell, wanOf(book)));

function told(book: Book, { mutation, detected, rank, suspects }: Outcome): void {
  const where = `${book.label} ${mutation.cell.sheet}!${address(mutation.cell)} ${mutation.cell.value.toFixed(2)} ${mutation.name}`;
  const said = suspects.slice(0, 3).map((suspect) => `${suspect.sheet}!${address(suspect)} -> ${suspect.expected ?? "?"}`);
  if (!detected) console.log(`not seen: ${where}`);
  else if (rank !== 0) console.log(`ranked ${rank < 0 ? "nowhere" : String(rank + 1)}: ${where}: ${said.join(", ")}`);
}

const COLUMNS = ["试了", "查出", "第一个就是它", "在前三个里", "应有的数也对", "没有找完"];
function row(label: string, outcomes: readonly Outcome[]): readonly string[] {
  const { count, detected, first, three, figure, incomplete } = rates(outcomes);
  return [
    label,
    String(count),
    percent(detected, count),
    ...[first, three, figure].map((part) => percent(part, detected)),
    String(incomplete),
  ];
}

function triedAll(mutations: (book: Book) => readonly Mutation[]): readonly { readonly book: Book; readonly outcome: Outcome }[] {
  return books.flatMap((book) => {
    const before = new Set(brokenKeys(checkWorkbook(book.recognised)));
    return fewOfEach(mutations(book), ({ name }) => name, few).map((mutation) => ({
      book,
      outcome: tried(book.workbook, before, mutation),
    }));
  });
}

const wrong = triedAll(slipsOf);
for (const { book, outcome } of wrong) told(book, outcome);
tell("cells", {
  title: "一格写错，按工作簿",
  columns: ["工作簿", ...COLUMNS],
  rows: [
    ...books.map((one) =>
      row(
        one.label,
        wrong.flatMap(({ book, outcome }) => (book === one ? [outcome] : [])),
      ),
    ),
    row(
      "合计",
      wrong.map(({ outcome }) => outcome),
    ),
  ],
});
tell("cells", {
  title: "一格写错，按写错的样子",
  columns: ["写错的样子", ...COLUMNS],
  rows: Object.entries(NAMES).map(([name, words]) =>
    row(
      words,
      wrong.flatMap(({ outcome }) => (outcome.mutation.name === name ? [outcome] : [])),
    ),
  ),
});

const typed = triedAll((book) => amountCells(book.recognised, false).flatMap((cell) => typedInto(cell, wanOf(book)).slice(0, 1)));
const rows = books.flatMap(({ workbook, recognised }) =>
  (["deleted", "doubled"] as const).flatMap((kind) =>
    fewOfEach(itemRows(recognised, kind), () => kind, few).map((slip) => ({ kind, outcome: triedRow(workbook, slip) })),
  ),
);
tell("cells", {
  title: "空格里多一个数，整行漏掉、重复",
  columns: ["错的样子", "试了", "查出", "第一条就是它"],
  rows: [
    ...[rates(typed.map(({ outcome }) => outcome))].map(({ count, detected, first }) => [
      "空格里多一个数",
      String(count),
      percent(detected, count),
      percent(first, detected),
    ]),
    ...(["deleted", "doubled"] as const).map((kind) => {
      const own = rows.flatMap((one) => (one.kind === kind ? [one.outcome] : []));
      const detected = own.filter((outcome) => outcome.detected);
      const first = detected.filter((outcome) => outcome.first).length;
      return [
        kind === "deleted" ? "漏掉一行" : "一行写了两遍",
        String(own.length),
        percent(detected.length, own.length),
        percent(first, detected.length),
      ];
    }),
  ],
});

tell("cells", {
  title: "几格同时写错",
  columns: ["写错几格", "试了", "都指出", "都排在前面", "没有找完"],
  rows: [2, 3, 5].map((together) => {
    const random = seeded(together);
    const results = books.flatMap((book) => {
      const mutations = slipsOf(book).filter(({ name }) => name !== "moved");
      const sets = Array.from({ length: few * 2 }, () =>
        Array.from({ length: together }, () => mutations[Math.floor(random() * mutations.length)]).filter((one) => one !== undefined),
      );
      return sets.filter((set) => new Set(set.map(({ cell }) => cell)).size === together).map((set) => triedTogether(book.workbook, set));
    });
    const share = (which: (result: (typeof results)[number]) => boolean): string => percent(results.filter(which).length, results.length);
    return [
      `${String(together)} 格`,
      String(results.length),
      share(({ all }) => all),
      share(({ leading }) => leading),
      share(({ incomplete }) => incomplete),
    ];
  }),
});
