/**
 * npm run bench [NAME…]: runs every benchmark in bench/, or those whose names contain the words given; what they say goes to stderr,
 * the figures of all in one go to stdout. `-- --keep` keeps the figures in bench/results, which npm run docs shows in docs/.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "./lib/main.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";
import { root, run, tell } from "./lib/project.mjs";

const given = process.argv.slice(2);
const keep = given.includes("--keep");
const words = given.filter((word) => word !== "--keep");
const folder = keep ? path.join(root, "bench/results") : mkdtempSync(path.join(os.tmpdir(), "budget-bench-"));

await main(async () => {
  await ensureInstalled();
  const names = readdirSync(path.join(root, "bench"))
    .filter((file) => file.endsWith(".bench.ts") && (words.length === 0 || words.some((word) => file.includes(word))))
    .map((file) => file.replace(".bench.ts", ""))
    .sort();
  mkdirSync(folder, { recursive: true });
  let worst = 0;
  for (const name of names) {
    const file = path.join(folder, `${name}.json`);
    rmSync(file, { force: true });
    const started = Date.now();
    const code = await run(process.execPath, ["--expose-gc", "scripts/run.mjs", path.join("bench", `${name}.bench.ts`)], {
      stdout: 2,
      env: { ...process.env, BENCH_RESULTS: folder },
    });
    tell(`== ${name}: ${((Date.now() - started) / 1000).toFixed(0)} s${code === 0 ? "" : ", over its limit"}`);
    worst = Math.max(worst, code);
  }
  for (const name of names) process.stdout.write(readTables(path.join(folder, `${name}.json`)));
  if (!keep) rmSync(folder, { recursive: true });
  return worst;
});

/** A benchmark's tables, tab-separated; nothing of one that did not come to its figures. */
function readTables(file) {
  try {
    const { tables } = JSON.parse(readFileSync(file, "utf8"));
    return tables.map(({ title, columns, rows }) => `\n${title}\n${[columns, ...rows].map((row) => row.join("\t")).join("\n")}\n`).join("");
  } catch {
    return "";
  }
}
