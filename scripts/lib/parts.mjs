/** What must hold beside the tests. All of it is run even when an early part fails. */
import { run, runNode, tell } from "./project.mjs";

const script = (...args) => run(process.execPath, ["scripts/run.mjs", ...args], { stdout: 2 });

/** One list: npm run check is these, npm test is these and the tests. */
const PARTS = [
  ["types and lint", () => runNode("node_modules/oxlint/bin/oxlint", ["--deny-warnings"])],
  ["format", () => runNode("node_modules/oxfmt/bin/oxfmt", ["--check"])],
  [
    "boundaries",
    () => runNode("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ["src", "--config", ".dependency-cruiser.cjs"]),
  ],
  ["generated docs", () => script("scripts/docs/write.ts", "--check")],
  ["samples", () => script("scripts/samples/write.ts", "--check")],
];

/** How many parts hold, and the names of those that do not. */
export async function runParts() {
  const failed = [];
  for (const [name, work] of PARTS) {
    const begun = Date.now();
    const holds = (await work()) === 0;
    if (!holds) failed.push(name);
    tell(`${holds ? "PASS" : "FAIL"} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  }
  return { passed: PARTS.length - failed.length, failed };
}
