import { readFileSync } from "node:fs";
import path from "node:path";
import { address } from "../../src/amount/cell-ref";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { areSame, compareRounds, type Round, type Rounds } from "../../src/desk/rounds";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { withCell } from "../support/workbook-text";

let sample: PlainWorkbook;
beforeAll(async () => {
  sample = await readWorkbook(readFileSync(path.join(__dirname, "../../samples/2026-12.xlsx")), "2026-12.xlsx");
});

function round(workbook: PlainWorkbook): Round {
  const book = openBook(workbook);
  return { book, report: checkBook(book) };
}

const compared = (before: PlainWorkbook, after: PlainWorkbook): Rounds => compareRounds(round(before), round(after));
const told = ({ cells }: Rounds): string[] =>
  cells.map(({ before, after, afterCell, asked }) => `${afterCell.sheet}!${address(afterCell)} ${before} ${after} ${String(asked)}`);

/** 表5!E27 总计·合计 with two digits in each other's place: 1,219.43 in the sample. */
const wrong = (): PlainWorkbook => withCell(sample, "表5", 26, 4, 1219.34);

it("the same workbook twice: no difference", () => {
  const rounds = compared(sample, sample);
  expect([areSame(rounds), rounds.repaired, rounds.added, rounds.unchecked]).toEqual([true, [], [], []]);
});

it("a figure put right: it was asked for, and its findings are repaired", () => {
  const rounds = compared(wrong(), sample);
  expect(told(rounds)).toEqual(["表5!E27 1,219.34 1,219.43 true"]);
  expect(rounds.repaired.length).toBeGreaterThan(0);
  expect(rounds.added).toEqual([]);
  for (const { cells } of rounds.repaired) expect(cells.map((cell) => `${cell.sheet}!${address(cell)}`)).toContain("表5!E27");
});

it("a figure that is changed though nobody asked for it: told apart, with the findings that it brings", () => {
  const rounds = compared(sample, wrong());
  expect(told(rounds)).toEqual(["表5!E27 1,219.43 1,219.34 false"]);
  expect(rounds.repaired).toEqual([]);
  expect(rounds.added.length).toBeGreaterThan(0);
});

it("what is wrong in both rounds is still there", () => {
  const rounds = compared(wrong(), wrong());
  expect(areSame(rounds)).toBe(true);
  expect(rounds.remaining.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
});

it("rows and columns are compared by what they mean: a row put in above moves nothing", () => {
  const moved: PlainWorkbook = {
    ...sample,
    sheets: sample.sheets.map((sheet) => (sheet.name === "表5" ? { ...sheet, top: sheet.top + 3, name: "一般公共预算支出" } : sheet)),
  };
  expect(areSame(compared(sample, moved))).toBe(true);
});

it("a row and a table that only one of them has", () => {
  const shorter: PlainWorkbook = {
    ...sample,
    sheets: sample.sheets
      .filter(({ name }) => name !== "表6")
      .map((sheet) => {
        // 表3's row 20 is an item of its own.
        const keep = <T>(rows: readonly T[]): T[] => rows.filter((_, index) => sheet.name !== "表3" || index !== 19 - sheet.top);
        return { ...sheet, values: keep(sheet.values), formats: keep(sheet.formats), formulas: keep(sheet.formulas) };
      }),
  };
  const { rows, tables } = compared(sample, shorter);
  expect(rows.map(({ kind, table, cell }) => [kind, table, address(cell).replace(/[A-Z]+/, "")])).toEqual([["gone", "表3", "20"]]);
  expect(tables).toEqual([{ kind: "gone", table: "表6" }]);
});
