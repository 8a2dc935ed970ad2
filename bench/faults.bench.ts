/**
 * How many faults of every kind are seen and said first, in workbooks of every family. `node scripts/run.mjs
 * bench/faults.bench.ts [EACH] [SEED] [FILE…]`: without files, the samples and, where they are at hand, published ones.
 * Targets: of what an equation can see 99 % detected, 95 % said first, no false error.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { FAULT_KINDS, faultsOf, RightBook, type FaultOutcome } from "../test/checks/fault-cases";

const [each = "6", seed = "1", ...given] = process.argv.slice(2);
const root = path.join(import.meta.dirname, "..");
const inFolder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".xlsx"))
        .sort()
        .map((name) => path.join(folder, name))
    : [];
const files =
  given.length > 0
    ? given
    : [
        ...inFolder(path.join(root, "samples")),
        ...inFolder(path.join(root, "../shared/real")),
        ...inFolder(path.join(root, "../shared/workbooks")),
      ];

const books: RightBook[] = [];
for (const file of files) {
  const book = new RightBook(path.basename(file), await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file)));
  if (book.recognised.tables.size > 0 && !/blank/.test(book.name)) books.push(book);
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`).padStart(8);
function print(label: string, outcomes: readonly FaultOutcome[]): void {
  if (outcomes.length === 0) return;
  const detected = outcomes.filter((outcome) => outcome.detected);
  const toBlame = detected.filter(({ blamable }) => blamable);
  const errors = outcomes.reduce((sum, { falseErrors }) => sum + falseErrors.length, 0);
  console.log(
    `${label.padEnd(32)} ${String(outcomes.length).padStart(6)} ${percent(detected.length, outcomes.length)} ${percent(toBlame.filter(({ first }) => first).length, toBlame.length)} ${String(errors).padStart(7)}`,
  );
}

const all: { readonly family: string; readonly outcome: FaultOutcome }[] = [];
console.log("                                  cases detected    first  false errors");
for (const book of books) {
  const family = book.recognised.template.family ?? "none";
  const outcomes = faultsOf(
    book,
    books.filter((other) => other !== book),
    Number(each),
    Number(seed),
  ).map((fault) => book.tried(fault));
  all.push(...outcomes.map((outcome) => ({ family, outcome })));
  print(book.name, outcomes);
  for (const { fault, detected, blamable, first, falseErrors, said } of outcomes)
    if (!detected || (blamable && !first) || falseErrors.length > 0)
      console.log(`  ${detected ? (first ? "FALSE" : "not first") : "not seen"} ${fault.kind}: ${fault.what}: ${falseErrors[0] ?? said}`);
}
for (const family of new Set(all.map((one) => one.family))) {
  const own = all.filter((one) => one.family === family).map(({ outcome }) => outcome);
  print(family, own);
  for (const kind of FAULT_KINDS)
    print(
      `  ${kind}`,
      own.filter(({ fault }) => fault.kind === kind),
    );
}
