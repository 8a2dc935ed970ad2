import { readFileSync } from "node:fs";
import path from "node:path";
import { fullAddress, parseAddress } from "../../src/amount/cell-ref";
import { Exact } from "../../src/amount/exact";
import type { CheckReport } from "../../src/checks/report";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { depth } from "../support/depth";
import { amountCells, brokenKeys, edited, mutationsOf, seeded, type Edit } from "./mutation-cases";

const SAMPLES = ["2023-10", "2025-11-unit", "2026-11", "2026-12"];

const read = new Map<string, Promise<PlainWorkbook>>();

/** A sample, read once for all cases. */
function sample(name: string): Promise<PlainWorkbook> {
  const file = path.resolve(__dirname, `../../samples/${name}.xlsx`);
  const known = read.get(name) ?? readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
  read.set(name, known);
  return known;
}

function edit(where: string, value: string | null): Edit {
  const [sheet = "", cell = ""] = where.split("!");
  const at = parseAddress(cell);
  if (!at) throw new Error(where);
  return { sheet, ...at, value: value === null ? null : Exact.parse(value) };
}

const check = (workbook: PlainWorkbook): CheckReport => checkWorkbook(recogniseWorkbook(workbook));
/** Identities that must hold and do not; what is said of names and sizes (S, K, M) is nobody's figure. */
const errors = (report: CheckReport): string[] =>
  report.findings
    .filter(({ verdict, severity }) => verdict === "broken" && severity === "error")
    .map(({ key }) => key)
    .filter((key) => /^[FXE]/.test(key));
const found = (report: CheckReport): string[] =>
  report.suspects.map((suspect) => `${fullAddress(suspect)} ${suspect.value} -> ${String(suspect.expected)} ${suspect.kind}`);

describe("one wrong cell among twelve tables comes out as one suspect with its right figure", () => {
  // The right figures are those of the published document that the sample follows (samples/data/2026-12.json).
  test.each([
    ["a digit", "表5!E6", "915.03", "表5!E6 915.03 -> 910.03 digit"],
    ["digits the wrong way round", "表1!D12", "180.53", "表1!D12 180.53 -> 180.35 transposition"],
    ["a sign", "表2!E23", "-40.18", "表2!E23 -40.18 -> 40.18 sign"],
    ["a decimal point", "表6!D6", "2455", "表6!D6 2455.00 -> 245.50 scale"],
    ["元 among 万元", "表1!B5", "12214200", "表1!B5 12214200.00 -> 1221.42 scale"],
    ["a figure left out", "表3!E24", null, "表3!E24  -> 11.70 blank"],
    ["any other figure", "表1!D14", "77.31", "表1!D14 77.31 -> 51.89 value"],
    ["a total", "表1!D35", "1221.24", "表1!D35 1221.24 -> 1221.42 transposition"],
    ["a hundredth in a figure that stands in several tables", "表2!E5", "912.01", "表2!E5 912.01 -> 912.02 digit"],
  ])("%s", async (_, where, wrong, expected) => {
    const workbook = await sample("2026-12");
    const right = recogniseWorkbook(workbook);
    const published = amountCells(right, true).find((cell) => fullAddress(cell) === where);
    expect(`${where} ${published?.value.toFixed(2) ?? ""}`).toBe(`${where} ${expected.split(" ").at(-2) ?? ""}`);
    const report = check(edited(workbook, [edit(where, wrong)]));
    expect(found(report)).toEqual([expected]);
    expect([...(report.suspects[0]?.explains ?? [])].sort()).toEqual(expect.arrayContaining(errors(report).sort()));
    expect(report.suspectsIncomplete).toBe(false);
  });

  test("a figure in its neighbour's column is a swap of the two cells", async () => {
    const report = check(edited(await sample("2026-12"), [edit("表6!E8", null), edit("表6!F8", "67.84")]));
    expect(found(report).sort()).toEqual(["表6!E8  -> 67.84 swap", "表6!F8 67.84 -> 0.00 swap"]);
    expect(report.suspects[0]?.message).toContain("填错了列");
  });

  test("a figure typed into a cell that should be blank", async () => {
    const report = check(edited(await sample("2026-12"), [edit("表4!F12", "5")]));
    expect(found(report)[0]).toBe("表4!F12 5.00 -> 0.00 value");
    expect(report.suspects[0]?.message).toBe("表4!F12 写的是 5.00，按其余各数应为空白或 0，改后 4 条不符都会消失。");
  });

  test("a figure with its own unit is that figure in the table's, and no blank beside it is offered an entry", async () => {
    // 单位资金 in the overview; the lines under it are blank, and any of them would make its sum good.
    const workbook = await sample("2026-12");
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name === "表1"
        ? {
            ...sheet,
            values: sheet.values.map((row) => (row[0] === "上级补助收入" ? row.map((value) => (value === 1.99 ? "1.99元" : value)) : row)),
          }
        : sheet,
    );
    const report = check({ ...workbook, sheets });
    expect(found(report).map((one) => one.replace(/表1!B\d+ /, ""))).toEqual(["0.000199 -> 1.99 scale"]);
    expect(report.suspects[0]?.message).toContain("写的是“1.99元”，按其余各数应为 1.99（差一万倍，元和万元混了）");
  });

  test("the message says where, both figures, how it may have come about and what it clears", async () => {
    const report = check(edited(await sample("2026-12"), [edit("表5!E6", "915.03")]));
    expect(report.suspects[0]?.message).toMatch(
      /^表5!E6 写的是 915\.03，按其余各数应为 910\.03（有一位数字不同），改后 \d+ 条不符都会消失。$/,
    );
  });
});

describe("several wrong cells are separated", () => {
  test("in different tables", async () => {
    const report = check(edited(await sample("2026-12"), [edit("表1!D12", "180.53"), edit("表6!D6", "2455"), edit("表3!E24", null)]));
    expect(found(report).sort()).toEqual([
      "表1!D12 180.53 -> 180.35 transposition",
      "表3!E24  -> 11.70 blank",
      "表6!D6 2455.00 -> 245.50 scale",
    ]);
  });

  test("in one sum, where they make each other good", async () => {
    const report = check(edited(await sample("2026-12"), [edit("表2!G23", "41.18"), edit("表2!G24", "10.7")]));
    expect(found(report).sort()).toEqual(["表2!G23 41.18 -> 40.18 digit", "表2!G24 10.70 -> 11.70 digit"]);
  });
});

describe("the search keeps its word", () => {
  test.each(SAMPLES)("%s: nobody is suspected where nothing is broken", async (name) => {
    const report = check(await sample(name));
    expect(found(report)).toEqual([]);
    expect(report.suspectsIncomplete).toBe(false);
  });

  test.each(SAMPLES)("%s: what is proposed, done, leaves nothing broken", async (name) => {
    const workbook = await sample(name);
    const recognised = recogniseWorkbook(workbook);
    const cells = amountCells(recognised, true);
    const random = seeded(20261121);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] ?? fail();
    for (let round = 0; round < depth(24, 8); round++) {
      const edits = Array.from({ length: 1 + (round % 4) }, () => pick(mutationsOf(pick(cells), 1)).edits).flat();
      const wrong = edited(workbook, edits);
      const report = check(wrong);
      // Alternatives come after the likeliest repair and are marked as such.
      const proposed = report.suspects.filter(({ message }) => !message.startsWith("也可能是"));
      const mended = edited(
        wrong,
        proposed.map((suspect) => ({ ...suspect, value: Exact.parse(suspect.expected ?? "") })),
      );
      expect({ edits, left: errors(check(mended)), cells: proposed.length <= edits.length }).toEqual({ edits, left: [], cells: true });
    }
  });

  test("the same workbook gives the same answer, however the machine is doing", async () => {
    const workbook = edited(await sample("2026-11"), [
      edit("表1!D5", "1"),
      edit("表2!E6", "2"),
      edit("表3!E7", "3"),
      edit("表5!E7", "4"),
      edit("表6!D6", "5"),
    ]);
    const { suspects, suspectsIncomplete } = check(workbook);
    expect(suspects).not.toEqual([]);
    // A machine so busy that an hour passes between any two looks at the clock.
    let hours = 0;
    const passing = (): number => ++hours * 3_600_000;
    const clocks = [jest.spyOn(performance, "now").mockImplementation(passing), jest.spyOn(Date, "now").mockImplementation(passing)];
    const busy = check(workbook);
    for (const clock of clocks) clock.mockRestore();
    expect([busy.suspects, busy.suspectsIncomplete]).toEqual([suspects, suspectsIncomplete]);
  });

  test("identities that only usually hold accuse nobody", async () => {
    // 2080505 against 30108: both rows and all their sums are raised alike, so that only E1 is left.
    const report = check(
      edited(await sample("2026-12"), [edit("表6!D9", "88.8"), edit("表6!D13", "3.55"), edit("表6!E9", "88.8"), edit("表6!E13", "3.55")]),
    );
    expect(brokenKeys(report).length).toBeGreaterThan(0);
    expect(errors(report)).toEqual([]);
    expect(found(report)).toEqual([]);
  });

  test("a cell that holds words is no cell of the system: what it stands in is not run", async () => {
    const workbook = await sample("2026-12");
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name === "表5"
        ? {
            ...sheet,
            values: sheet.values.map((row, r): readonly CellValue[] => (r === 5 ? row.map((value, c) => (c === 4 ? "待定" : value)) : row)),
          }
        : sheet,
    );
    const report = check({ ...workbook, sheets });
    expect(report.findings.filter(({ verdict }) => verdict === "notRun").length).toBeGreaterThan(0);
    expect(found(report)).toEqual([]);
  });
});

function fail(): never {
  throw new Error("nothing to pick");
}
