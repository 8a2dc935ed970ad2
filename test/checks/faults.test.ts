import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { shanghaiWorkbook } from "../support/shanghai-workbook";
import { faultsOf, RightBook, type FaultKind, type FaultOutcome } from "./fault-cases";

/** A fixed sample of what bench/faults.bench.ts measures: every kind of fault on every table it can befall. */
async function sample(name: string): Promise<PlainWorkbook> {
  return readWorkbook(new Uint8Array(readFileSync(path.resolve(__dirname, `../../samples/${name}.xlsx`))), name);
}

const EVERY = 3;
/** Kinds that most tables leave some doubt about: a blank among blanks, a figure lost at a column's end. */
const DOUBTFUL: ReadonlySet<FaultKind> = new Set(["blanked", "column one row off", "row put in"]);

describe.each<[string, () => Promise<PlainWorkbook>]>([
  ["2026-12", () => sample("2026-12")],
  ["a department of Shanghai", () => Promise.resolve(shanghaiWorkbook())],
])("%s", (name, open) => {
  let outcomes: readonly FaultOutcome[];
  beforeAll(async () => {
    const book = new RightBook(name, await open());
    expect(book.isClean).toBe(true);
    outcomes = faultsOf(book, [], 1, 7)
      .filter((_, index) => index % EVERY === 1)
      .map((fault) => book.tried(fault));
  });

  test("all are seen", () => {
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.filter(({ detected }) => !detected).map(({ fault: { kind, what } }) => `${kind} ${what}`)).toEqual([]);
  });

  test("19 in 20 are said first", () => {
    const sure = outcomes.filter(({ fault: { kind } }) => !DOUBTFUL.has(kind));
    expect(sure.filter(({ first }) => first).length / sure.length).toBeGreaterThanOrEqual(0.95);
  });

  test("nothing is said of tables that are right", () => expect(outcomes.flatMap(({ falseErrors }) => falseErrors)).toEqual([]));
});
