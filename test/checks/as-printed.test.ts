import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import type { CheckReport } from "../../src/checks/report";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import type { Narrative } from "../../src/narrative/segments";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";

/** The sample, published by nobody: what is done to the look of its cells changes nothing of what it says. */
let sample: PlainWorkbook;
let plain: CheckReport;
beforeAll(async () => {
  sample = await readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples/2026-12.xlsx"))), "2026-12.xlsx");
  plain = checkWorkbook(recogniseWorkbook(sample));
});

interface Cell {
  readonly value: CellValue;
  readonly format?: string | undefined;
  readonly formula?: string | undefined;
}
type Change = (cell: Cell, sheet: string, row: number, column: number) => Cell;

function changed(change: Change): PlainWorkbook {
  const sheets = sample.sheets.map((sheet): PlainSheet => {
    if (!sheet.name.startsWith("表")) return sheet;
    const cells = sheet.values.map((row, r) =>
      row.map((value, c) =>
        change({ value, format: sheet.formats[r]?.[c], formula: sheet.formulas[r]?.[c] }, sheet.name, sheet.top + r, sheet.left + c),
      ),
    );
    return {
      ...sheet,
      values: cells.map((row) => row.map(({ value }) => value)),
      formats: cells.map((row) => row.map(({ format }) => format)),
      formulas: cells.map((row) => row.map(({ formula }) => formula)),
    };
  });
  return { ...sample, sheets };
}

const numbers =
  (change: (value: number, format: string | undefined) => Cell, only?: string): Change =>
  (cell, sheet) =>
    typeof cell.value === "number" && (only === undefined || sheet === only) ? change(cell.value, cell.format) : cell;
const codes =
  (change: (code: string) => Cell, only: string): Change =>
  (cell, sheet) =>
    sheet === only && typeof cell.value === "string" && /^\d{2,3}$/.test(cell.value) ? change(cell.value) : cell;

/** What a change adds to the sample's findings, and what it takes away, by id, severity and message; counts but for notices (they hold). */
function effect(workbook: PlainWorkbook): {
  readonly more: readonly string[];
  readonly fewer: readonly string[];
  readonly counts: readonly number[];
  readonly suspects: number;
} {
  const report = checkWorkbook(recogniseWorkbook(workbook));
  const known = (one: CheckReport): readonly string[] =>
    one.findings.filter(({ verdict }) => verdict !== "rounding").map(({ id, severity, message }) => `${id} ${severity} ${message}`);
  const [before, after] = [known(plain), known(report)];
  const { rounding, broken, notRun } = report.counts;
  return {
    more: after.filter((line) => !before.includes(line)),
    fewer: before.filter((line) => !after.includes(line)),
    counts: [rounding, broken, notRun],
    suspects: report.suspects.length,
  };
}

const unchanged = (more: readonly unknown[] = []): unknown => ({ more, fewer: [], counts: [25, 1, 0], suspects: 0 });
const noteOf = (id: string, words: string): unknown => expect.stringMatching(new RegExp(`^${id} info .*${words}`)) as unknown;

describe("what the sheet shows is what it says", () => {
  test("binary noise in every figure is none (e11, k01)", () =>
    expect(effect(changed(numbers((value, format) => ({ value: value + (value > 500 ? 1.1e-13 : 9e-15) * 9, format }))))).toEqual(
      unchanged(),
    ));

  test("figures kept as text keep their decimals (d01)", () => {
    const { more, ...rest } = effect(changed(numbers((value) => ({ value: value.toFixed(2) }))));
    expect(more.every((line) => line.startsWith("S07 info "))).toBe(true);
    expect(rest).toEqual({ fewer: [], counts: [25, 1, 0], suspects: 0 });
  });

  test.each([
    ["元 under two commas and a percent sign out of sight (e04a)", "0.00,,\n%", 1e4],
    ["元 under a point that is printed as it stands", "0!.0000", 1e4],
    ["thousandths under one comma", "#,##0.00,", 1e3],
    ["hundredths under a literal point", "0\\.00", 1e2],
  ])("%s", (_, format, times) =>
    expect(effect(changed(numbers((value) => ({ value: Math.round(value * times), format }))))).toEqual(unchanged()),
  );

  test("元 shown as 万元 with one decimal: one decimal is what is checked, and no error follows (e04b)", () => {
    const { more, counts, suspects } = effect(changed(numbers((value) => ({ value: Math.round(value * 1e4), format: "0!.0," }))));
    // 3.19 of the sample's one warning now reads 3.2.
    expect([more.filter((line) => !line.includes(" info ") && !line.startsWith("K10")), counts[1], counts[2], suspects]).toEqual([
      [],
      1,
      0,
      0,
    ]);
  });

  test("元 that a format shows as 万元 never enter the narrative as 万元", () => {
    const workbook = changed(numbers((value) => ({ value: Math.round(value * 1e4), format: "0.00,,\n%" })));
    const text = JSON.stringify(narrate(recogniseWorkbook(workbook), readInputs(workbook)));
    expect(text).toContain("1,221.42");
    expect(text).not.toContain("12,214,200.00");
  });

  test("zeros hidden by their format are blanks (s01)", () => {
    const zeros = (format: string): PlainWorkbook =>
      changed((cell, sheet) =>
        sheet === "表2" && cell.value === null && cell.formula === undefined
          ? cell
          : typeof cell.value === "number"
            ? { ...cell, format }
            : cell,
      );
    expect(effect(zeros("#,##0.00;-#,##0.00;"))).toEqual(unchanged());
  });

  test("a figure that its format hides is published as a blank, and said", () => {
    const workbook = changed((cell, sheet, row, column) =>
      sheet === "表5" && row === 5 && column === 4 ? { ...cell, format: ";;;" } : cell,
    );
    expect(effect(workbook).more.filter((line) => line.startsWith("S07"))).toEqual([
      expect.stringMatching(/^S07 error 表5!E6 .*存的是 910.03，数字格式却不显示它/),
    ]);
  });

  test.each([
    ["a percentage", "0.00%"],
    ["a date", "yyyy-mm-dd"],
  ])("%s is no amount", (_, format) => {
    const workbook = changed((cell, sheet, row, column) => (sheet === "表5" && row === 5 && column === 4 ? { ...cell, format } : cell));
    const { more, counts } = effect(workbook);
    expect([more.some((line) => line.startsWith("S07 error 表5!E6")), (counts[2] ?? 0) > 0]).toEqual([true, true]);
  });

  test("dashes for zero are zeros (e12)", () => {
    const workbook = changed((cell, sheet, row, column) =>
      sheet === "表3" && row > 4 && column > 3 && cell.value === null ? { value: "—" } : cell,
    );
    const { more, ...rest } = effect(workbook);
    expect(more.every((line) => /^S07 info 表3/.test(line))).toBe(true);
    expect(rest).toEqual({ fewer: [], counts: [25, 1, 0], suspects: 0 });
  });

  test("codes kept as numbers and shown with their zeros are codes (e08)", () =>
    expect(effect(changed(codes((code) => ({ value: Number(code), format: "0".repeat(code.length) }), "表5")))).toEqual(unchanged()));

  test("mixed decimals are one notice", () => {
    const { more, ...rest } = effect(changed(numbers((value, format) => ({ value, format: value === 62 ? "0" : format }))));
    expect(more).toEqual([noteOf("S08", "多数金额列到两位小数，.*有 \\d+ 格不是：")]);
    expect(rest).toEqual({ fewer: [], counts: [25, 1, 0], suspects: 0 });
  });
});

describe("characters that nobody sees are read through and named once (e03, e03b)", () => {
  const INVISIBLE: readonly (readonly [string, string])[] = [
    ["U\\+00A0", "\u00a0"],
    ["U\\+0009", "\t"],
    ["U\\+00AD", "\u00ad"],
    ["U\\+200B", "\u200b"],
    ["U\\+200E", "\u200e"],
    ["U\\+202D", "\u202d"],
    ["U\\+FEFF", "\ufeff"],
    ["U\\+0001", "\u0001"],
    ["U\\+3164", "\u3164"],
    ["U\\+2800", "\u2800"],
    ["U\\+FE0F", "\ufe0f"],
  ];
  test.each(INVISIBLE)("%s around amounts", (name, character) => {
    const { more, ...rest } = effect(changed(numbers((value) => ({ value: `${character}${value.toFixed(2)}${character}` }), "表5")));
    expect(more).toEqual([noteOf("S16", `看不见的字符（.*${name}）`)]);
    expect(rest).toEqual({ fewer: [], counts: [25, 1, 0], suspects: 0 });
  });
  test.each(INVISIBLE)("%s around codes", (name, character) =>
    expect(effect(changed(codes((code) => ({ value: character + code + character }), "表5")))).toEqual(
      unchanged([noteOf("S16", `表5!A6、.*${name}`)]),
    ),
  );
});

describe("formulas without a result (e01)", () => {
  /** The row sums of 表5, its total aside, as formulas that were saved without a result. */
  const unsaved = (formula: (row: number) => string): PlainWorkbook =>
    changed((cell, sheet, row, column) =>
      sheet === "表5" && column === 4 && row < 26 && typeof cell.value === "number"
        ? { value: null, format: cell.format, formula: formula(row + 1) }
        : cell,
    );

  test("plain sums are worked out, and that is said once", () =>
    expect(effect(unsaved((row) => `=F${row}+G${row}`))).toEqual(unchanged([noteOf("S17", "表5!E6、.*已按公式算出来核对")])));

  test("others are no blanks: what needs them is not run, in one finding, with nobody blamed", () => {
    const { more, counts, suspects } = effect(unsaved((row) => `=VLOOKUP(A${row},其他!A:B,2)`));
    expect(more).toEqual([expect.stringMatching(/^S17 error 表5有 21 格公式还没有算出结果，请先用 Excel 或 WPS 打开并保存/)]);
    expect([counts[1], (counts[2] ?? 0) > 60, suspects]).toEqual([1, true, 0]);
  });

  test("the narrative marks the gap, and puts no nought in its place", () => {
    const narrated = (workbook: PlainWorkbook): Narrative => narrate(recogniseWorkbook(workbook), readInputs(workbook));
    const narrative = narrated(unsaved((row) => `=VLOOKUP(A${row},其他!A:B,2)`));
    const noughts = (one: Narrative): number => JSON.stringify(one.sections).match(/"0\.00"/g)?.length ?? 0;
    expect(narrative.sections.flatMap(({ gaps }) => gaps).join("\n")).toMatch(
      /表5!E\d+“.*公式还没有算出结果，请先用 Excel 或 WPS 打开并保存/,
    );
    expect(noughts(narrative)).toBeLessThanOrEqual(noughts(narrated(sample)));
  });
});
