import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { depth } from "../support/depth";
import { amountCells, brokenKeys, mutationsOf, rates, seeded, tried, triedTogether, typedInto, type Mutation } from "./mutation-cases";

/**
 * Every amount cell in turn is written wrong in every way of mutationsOf, and the checks must see it and name the cell.
 * Here one mutation in ninety-six; all of them, and the published workbooks, in bench/checks.bench.ts.
 */
const EVERY = depth(48, 96);
const SAMPLES = ["2023-10", "2025-11-unit", "2026-11", "2026-12"];

async function sample(name: string): Promise<PlainWorkbook> {
  const file = path.resolve(__dirname, `../../samples/${name}.xlsx`);
  return readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
}

test("one wrong cell: detected 99 %, named first 95 %, among the first three 99 %", async () => {
  const outcomes = [];
  for (const name of SAMPLES) {
    const workbook = await sample(name);
    const recognised = recogniseWorkbook(workbook);
    const before = new Set(brokenKeys(checkWorkbook(recognised)));
    const mutations = amountCells(recognised, true)
      .flatMap((cell) => mutationsOf(cell, 1))
      .filter((_, index) => index % EVERY === 3);
    outcomes.push(...mutations.map((mutation) => tried(workbook, before, mutation)));
  }
  const { count, detected, first, three } = rates(outcomes);
  expect(count).toBeGreaterThan(depth(175, 85));
  expect(detected / count).toBeGreaterThanOrEqual(0.99);
  expect(first / detected).toBeGreaterThanOrEqual(0.95);
  expect(three / detected).toBeGreaterThanOrEqual(0.99);
});

describe.each(SAMPLES)("%s", (name) => {
  test("a figure typed into a blank cell: detected 99 %, named first 95 %", async () => {
    const workbook = await sample(name);
    const recognised = recogniseWorkbook(workbook);
    const before = new Set(brokenKeys(checkWorkbook(recognised)));
    const mutations = amountCells(recognised, false)
      .flatMap((cell) => typedInto(cell, 1))
      .filter((_, index) => index % EVERY === 5);
    const { count, detected, first } = rates(mutations.map((mutation) => tried(workbook, before, mutation)));
    expect(count).toBeGreaterThan(depth(7, 3));
    expect(detected / count).toBeGreaterThanOrEqual(0.99);
    expect(first / detected).toBeGreaterThanOrEqual(0.95);
  });

  test("two wrong cells: both among the suspects 85 %", async () => {
    const workbook = await sample(name);
    const mutations = amountCells(recogniseWorkbook(workbook), true)
      .flatMap((cell) => mutationsOf(cell, 1))
      .filter((mutation) => mutation.name !== "moved");
    const random = seeded(4);
    const pick = (): Mutation => mutations[Math.floor(random() * mutations.length)] ?? fail();
    const pairs = Array.from({ length: depth(30, 15) }, () => [pick(), pick()]).filter(([a, b]) => a?.cell !== b?.cell);
    const both = pairs.filter((pair) => triedTogether(workbook, pair).all).length;
    expect(both / pairs.length).toBeGreaterThanOrEqual(0.85);
  });
});

function fail(): never {
  throw new Error("nothing to pick");
}
