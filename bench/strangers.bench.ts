/**
 * What is said of right workbooks that are strange: columns, rows, titles, units, whole families that nobody knows.
 * `node scripts/run.mjs bench/strangers.bench.ts [EACH] [SEED] [FILE…]`: without files, the samples and, where they are at
 * hand, published workbooks of every family. Targets: no equation is said not to hold, no cell is suspected, and what was
 * not understood is named.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../src/book/check";
import { recogniseWorkbook } from "../src/book/recognise";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { met, strangersOf, type StrangerOutcome } from "../test/checks/stranger-cases";

const [each = "3", seed = "1", ...given] = process.argv.slice(2);
const root = path.join(import.meta.dirname, "..");
const inFolder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".xlsx") && !/blank/.test(name))
        .sort()
        .map((name) => path.join(folder, name))
    : [];
const files = given.length > 0 ? given : [...inFolder(path.join(root, "samples")), ...inFolder(path.join(root, "../shared/real"))];

const books = await Promise.all(
  files.map(async (file) => ({
    name: path.basename(file),
    workbook: await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file)),
  })),
);
const recognised = books.map(({ workbook }) => recogniseWorkbook(workbook));
const families = [...new Map(recognised.map((one) => [one.template.family, one])).values()];

const all: StrangerOutcome[] = [];
for (const [index, { name, workbook }] of books.entries()) {
  const own = recognised[index];
  if (!own) continue;
  const known = new Set(
    checkWorkbook(own)
      .findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error")
      .map(({ id }) => id),
  );
  const outcomes = strangersOf(
    name,
    workbook,
    families.filter(({ template }) => template.family !== own.template.family),
    Number(each),
    Number(seed),
  ).map((stranger) => met(stranger, known));
  all.push(...outcomes);
  for (const { stranger, template, falseErrors, suspects, named } of outcomes) {
    if (falseErrors.length > 0 || (suspects > 0 && known.size === 0))
      console.log(
        `FALSE ${stranger.kind}: ${stranger.what} (${String(template)}): ${String(falseErrors.length)} errors, ${String(suspects)} suspects: ${falseErrors[0]?.slice(0, 160) ?? ""}`,
      );
    if (!named) console.log(`not named ${stranger.kind}: ${stranger.what} (${String(template)}): ${stranger.marks.join()}`);
  }
}
console.log("\nkind                              cases  with false errors  not named  judged on average");
for (const kind of new Set(all.map(({ stranger }) => stranger.kind))) {
  const own = all.filter(({ stranger }) => stranger.kind === kind);
  const wrong = own.filter(({ falseErrors }) => falseErrors.length > 0).length;
  console.log(
    `${kind.padEnd(32)} ${String(own.length).padStart(6)} ${String(wrong).padStart(18)} ${String(own.filter(({ named }) => !named).length).padStart(10)} ${(own.reduce((sum, { judged }) => sum + judged, 0) / own.length).toFixed(0).padStart(18)}`,
  );
}
