import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readWorkbook } from "../../src/hosts/file/read-workbook";

const YEAR = /20\d\d\s*年/g;

/** What S05 says of a sample's tables when the title of the first is the only place that names a year, and names this one. */
async function saidOf(sample: string, year: number): Promise<readonly string[]> {
  const file = path.join(__dirname, "../../samples", sample);
  const workbook = await readWorkbook(new Uint8Array(readFileSync(file)), sample);
  const [first, ...rest] = workbook.sheets
    .filter(({ name }) => !/^填报|封面|目录/.test(name))
    .map((sheet) => ({
      ...sheet,
      values: sheet.values.map((cells) => cells.map((value) => (typeof value === "string" ? value.replace(YEAR, "") : value))),
    }));
  if (!first) throw new Error(`${sample} has no tables`);
  const title = first.values.findIndex((cells) => cells.some((value) => typeof value === "string" && value.includes("总体情况表")));
  const dated = first.values.map((cells, row) =>
    row === title ? cells.map((value) => (typeof value === "string" && value !== "" ? `${String(year)}年${value}` : value)) : cells,
  );
  const recognised = recogniseWorkbook({ ...workbook, sheets: [{ ...first, values: dated }, ...rest] });
  expect(recognised.year).toBe(year);
  return checkWorkbook(recognised)
    .findings.filter(({ id }) => id === "S05")
    .map(({ severity, message }) => `${severity} ${message}`);
}

test("a form that took an earlier one's place was not there before", async () => {
  expect(await saidOf("2026-12.xlsx", 2026)).toEqual([]);
  expect(await saidOf("2026-12.xlsx", 2025)).toEqual([expect.stringMatching(/^warning .*写的是2025年.*2026年起用的/)]);
});

test("nobody knows how long the earliest form had been there", async () => expect(await saidOf("2023-10.xlsx", 2022)).toEqual([]));

test("a form is named by another year than its first: eleven tables since 2024", async () =>
  expect(await saidOf("2025-11-unit.xlsx", 2024)).toEqual([]));
