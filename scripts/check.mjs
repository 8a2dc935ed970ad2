/** npm run check: everything that must hold before a commit, all of it run even when an early part fails. */
import { main } from "./lib/main.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";
import { run, runNode, tell } from "./lib/project.mjs";

const PARTS = [
  ["types", () => runNode("node_modules/typescript/bin/tsc", ["--noEmit"], { stdout: 1 })],
  ["lint", () => runNode("node_modules/eslint/bin/eslint.js", ["."], { stdout: 1 })],
  ["format", () => runNode("node_modules/prettier/bin/prettier.cjs", ["--check", "."], { stdout: 1 })],
  [
    "boundaries",
    () =>
      runNode("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ["src", "--config", ".dependency-cruiser.cjs"], { stdout: 1 }),
  ],
  ["generated docs", () => run(process.execPath, ["scripts/run.mjs", "scripts/docs/write.ts", "--check"], { stdout: 1 })],
  ["samples", () => run(process.execPath, ["scripts/run.mjs", "scripts/samples/write.ts", "--check"], { stdout: 1 })],
  ["tests", () => runNode("scripts/test.mjs", [], { stdout: 1 })],
];

await main(async () => {
  await ensureInstalled();
  const failed = [];
  for (const [name, work] of PARTS) {
    tell(`== ${name}`);
    if ((await work()) !== 0) failed.push(name);
  }
  tell(failed.length === 0 ? "all parts hold" : `failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
});
