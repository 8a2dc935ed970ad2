import { readFileSync } from "node:fs";
import path from "node:path";
import { address } from "../../src/amount/cell-ref";
import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { areSame, compareRounds, type Round, type Rounds } from "../../src/desk/rounds";
import { deskFile, type DeskFile } from "../../src/desk/file";
import { roundOfResults } from "../../src/desk/desk-round";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReport } from "../../src/hosts/file/read-report";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { publicationDocx } from "../../src/render/publication-docx";
import { checked, lineOf } from "../../src/results/checked";
import { openReport } from "../../src/review/open-report";
import { filledReport } from "../support/filled-report";
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

it("a figure of a 填报 sheet that changed though nobody asked, and one that was still to be filled in", () => {
  const [priors, others] = ["填报-上年对比", "填报-其他事项"];
  const before = withCell(withCell(sample, others, 1, 2, 12.5), priors, 1, 3, null);
  const after = withCell(withCell(sample, others, 1, 2, 16.5), priors, 1, 3, 1034.2);
  const rounds = compared(before, after);
  expect(told(rounds)).toEqual(["填报-上年对比!D2  1,034.20 true", "填报-其他事项!C2 12.50 16.50 false"]);
  expect(areSame(rounds)).toBe(false);
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

describe("a figure of the text", () => {
  /** The sample's report with words of its first section written otherwise. */
  let reportWith: (...written: readonly (readonly [string, string])[]) => Promise<Round>;
  beforeAll(async () => {
    const { recognised, inputs } = openBook(sample);
    const report = await readReport(await publicationDocx(filledReport({ recognised, inputs })), "报告.docx", { assets: nodePdfAssets });
    reportWith = async (...written) => {
      const worded = (text: string): string => written.reduce((words, [from, to]) => words.replace(from, to), text);
      const blocks = report.blocks.map((block) => (block.kind === "paragraph" ? { ...block, text: worded(block.text) } : block));
      const printed = openReport({ ...report, blocks });
      const file = await checked({ workbook: printed.workbook, printed, saved: null, content: "" });
      if (!file) throw new Error("it is a budget");
      return file;
    };
  });
  /** 收支总预算 is 1,221.42 in the sample, 基本支出 of 表3 1,096.44. */
  const TOTAL = "收支总预算1,221.42万元";
  const total = (figure: string): readonly [string, string] => [TOTAL, `收支总预算${figure}万元`];
  const became = (before: Round, after: Round): Record<"repaired" | "added" | "altered" | "remaining", string[]> => {
    const { repaired, added, altered, remaining } = compareRounds(before, after);
    const quotes = (findings: Rounds["added"]): string[] => findings.flatMap((one) => ("quote" in one ? [String(one.quote)] : []));
    return { repaired: quotes(repaired), added: quotes(added), altered: quotes(altered), remaining: quotes(remaining) };
  };

  it("put right is repaired", async () => {
    const { repaired, added, altered } = became(await reportWith(total("1,221.52")), await reportWith());
    expect([repaired.join(), added, altered]).toEqual([expect.stringContaining("1,221.52"), [], []]);
  });

  it("changed from one wrong one to another is wrong still: neither repaired nor new", async () => {
    const { altered, remaining, ...rest } = became(await reportWith(total("1,221.52")), await reportWith(total("1,221.62")));
    expect(altered.join()).toContain("1,221.62");
    expect(remaining).toEqual(expect.arrayContaining(altered));
    expect(rest).toEqual({ repaired: [], added: [] });
  });

  it("is told by its place also where the words around it, or paragraphs before it, were changed", async () => {
    const after = await reportWith(["收支总体情况说明", "收支情况总说明"], [TOTAL, "收支总预算共1,221.62万元"]);
    const { altered, repaired } = became(await reportWith(total("1,221.52")), after);
    expect([altered.join(), repaired]).toEqual([expect.stringContaining("1,221.62"), []]);
  });

  it("put right while another goes wrong: one repaired, one new", async () => {
    const { repaired, added, altered } = became(
      await reportWith(total("1,221.52")),
      await reportWith(["1,219.43万元，占", "1,219.53万元，占"]),
    );
    expect([repaired.join(), added.join(), altered]).toEqual([
      expect.stringContaining("1,221.52"),
      expect.stringContaining("1,219.53"),
      [],
    ]);
  });

  it("is told without the texts, too, by what should stand there", async () => {
    const file = async (...written: readonly (readonly [string, string])[]): Promise<DeskFile> => {
      const round = await reportWith(...written);
      const { printed = null, review = null } = round;
      return deskFile(await lineOf("报告.docx", { ...round, printed, review, saved: null, content: "" }));
    };
    const [one, other, right] = [await file(total("1,221.52")), await file(total("1,221.62")), await file()];
    expect(roundOfResults(one, other).counts).toMatchObject({ repaired: 0, added: 0, altered: 1 });
    expect(roundOfResults(one, right).counts).toMatchObject({ repaired: 1, added: 0, altered: 0 });
  });
});

it("a wrong cell changed to another wrong value: its findings are there still, and say other figures", () => {
  const { repaired, added, altered, remaining } = compared(wrong(), withCell(sample, "表5", 26, 4, 1219.35));
  expect([repaired, added]).toEqual([[], []]);
  expect(altered.length).toBeGreaterThan(0);
  expect(altered).toEqual(remaining.filter(({ cells }) => cells.some((cell) => `${cell.sheet}!${address(cell)}` === "表5!E27")));
});
