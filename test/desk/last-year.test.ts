import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook, type Book } from "../../src/book/open";
import { holdLastYear, notLastYear, publishedPriors, saysOfLastYear, type HeldPrior } from "../../src/desk/last-year";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReport } from "../../src/hosts/file/read-report";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { publish } from "../../src/publication/publication";
import { publicationDocx } from "../../src/render/publication-docx";
import { openReport } from "../../src/review/open-report";
import { proofWithPriors, reviewAlone } from "../../src/review/review";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { withCell } from "../support/workbook-text";

/** The sample of 2026, and the same tables as those of 2025: last year's published figures are then this year's. */
let sample: PlainWorkbook;
let current: Book;
let last: PlainWorkbook;
beforeAll(async () => {
  sample = await readWorkbook(readFileSync(path.join(__dirname, "../../samples/2026-12.xlsx")), "2026-12.xlsx");
  current = openBook(sample);
  const aYearBack = (value: CellValue): CellValue => (typeof value === "string" ? value.replaceAll("2026", "2025") : value);
  last = {
    name: "2025.xlsx",
    sheets: sample.sheets
      .filter(({ name }) => !name.startsWith("填报"))
      .map((sheet) => ({ ...sheet, values: sheet.values.map((row) => row.map(aYearBack)) })),
  };
});

const prior = (figures: readonly HeldPrior[], category: string, name: string): HeldPrior | undefined =>
  figures.find((figure) => figure.category === category && figure.name.includes(name));

it("a figure of 填报 beside the one that was published: the difference, and where it stands", () => {
  const { figures, findings } = holdLastYear(current, openBook(last).recognised);
  expect(prior(figures, "支出总额", "基本支出")).toMatchObject({ state: "differs", kind: "same" });
  const finding = findings.find(({ message }) => message.includes("支出总额·基本支出"));
  // This year's 1,159.42 less the 43.83 that the narrative prints is 1,115.59.
  expect(finding).toMatchObject({
    id: "M05",
    verdict: "broken",
    severity: "error",
    left: "1115.59",
    right: "1159.42",
    difference: "-43.83",
  });
  expect(finding?.message).toContain("填的是 1,115.59，2025年公开的表是 1,159.42，少43.83");
  expect(finding?.cells).toEqual([expect.objectContaining({ sheet: "填报-上年对比", columnLabel: "上年预算数" })]);
});

it("what agrees is no finding; a last digit is doubtful, a blank is not judged", () => {
  const held = holdLastYear(current, openBook(last).recognised).figures;
  const cell = prior(held, "支出总额", "基本支出")?.cell;
  if (!cell) throw new Error("no cell");
  const stated = (value: CellValue): readonly string[] => {
    const book = openBook(withCell(sample, cell.sheet, cell.row, cell.column, value));
    const { findings } = holdLastYear(book, openBook(last).recognised);
    return findings.filter(({ message }) => message.includes("支出总额·基本支出")).map(({ verdict, severity }) => `${verdict} ${severity}`);
  };
  expect(stated(1159.42)).toEqual([]);
  expect(stated(1159.43)).toEqual(["broken warning"]);
  expect(stated(1159.44)).toEqual(["broken error"]);
  expect(stated(null)).toEqual(["notRun info"]);
});

it("a subject that was called otherwise last year is found by its code, and that is said", () => {
  const renamed: PlainWorkbook = {
    ...last,
    sheets: last.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((value) => (typeof value === "string" ? value.replace("培训支出", "干部教育") : value))),
    })),
  };
  const { figures, notes } = holdLastYear(current, openBook(renamed).recognised);
  expect(prior(figures, "功能科目", "培训支出")).toMatchObject({ code: "2050803", kind: "renamed" });
  expect(notes.join()).toMatch(/“2050803 培训支出”上年是“2050803 干部教育”，编码相同，按同一科目核对/);
});

it("another year's file is not held against it", () => {
  expect(notLastYear(current.recognised, openBook(last).recognised)).toBeNull();
  expect(notLastYear(current.recognised, current.recognised)).toMatch(/给出的上年文件是2026年的，没有核对。请给出2025年的/);
});

it("a report's words: the change that it prints against the figure published last year", async () => {
  const bytes = await publicationDocx(publish(current.recognised, current.inputs));
  const opened = openReport(await readReport(bytes, "报告.docx", { assets: nodePdfAssets }));
  const review = reviewAlone(opened);
  const said = (published: PlainWorkbook): readonly string[] =>
    saysOfLastYear(
      review.proof,
      proofWithPriors(opened, review, publishedPriors(review.printed.recognised, openBook(published).recognised)),
    )
      .filter(({ message }) => message.includes("基本支出：") && !message.includes("一般公共预算基本支出"))
      .map(({ quote, message }) => `${quote} ${message}`);
  // Published were 1,159.42, as this year: the 43.83 that the report prints is wrong.
  expect(said(last).join("\n")).toMatch(/^43\.83 .*1,159\.42 − 上年1,159\.42/m);
  // Published were 1,115.59: what the report says is right. 表3's total of 基本支出 stands in F.
  const table = last.sheets.find(({ name }) => name === "表3");
  const row =
    (table?.values.findIndex((line) => line.includes(1159.42) && line.some((value) => value === "总计")) ?? -1) + (table?.top ?? 0);
  const column = (table?.values[row - table.top]?.indexOf(1159.42) ?? -1) + (table?.left ?? 0);
  expect(said(withCell(last, "表3", row, column, 1115.59))).toEqual([]);
});
