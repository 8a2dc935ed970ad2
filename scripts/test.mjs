/**
 * npm test: installs what is missing (Chromium too), runs every part of npm run check and builds when stale, runs every test; says what
 * was slow, skipped, passed, failed. With arguments, which go to jest, it runs those tests alone.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureChromium } from "./lib/chromium.mjs";
import { main } from "./lib/main.mjs";
import { runParts } from "./lib/parts.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/prepare.mjs";
import { root, run } from "./lib/project.mjs";
import { removeTestGroups, writeTestGroups } from "./lib/test-groups.mjs";
import { summaryOf } from "./lib/test-summary.mjs";

/** Room for what lives briefly, in MB: in Node's own few, a tenth of the tests' work is collecting it. */
const ROOM = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

await main(async () => {
  const asked = process.argv.slice(2);
  await ensureInstalled();
  // Beside each other: the build is one thread's work for most of its time, and installing a browser is waiting.
  const [parts, chromium] = await Promise.all([
    asked.length === 0 ? runParts() : { passed: 0, failed: [] },
    ensureChromium(),
    ensureBuilt(),
  ]);
  const folder = mkdtempSync(path.join(os.tmpdir(), "budget-test-"));
  const outcome = path.join(folder, "outcome.json");
  try {
    const tests = asked.length > 0 ? asked : ["--runTestsByPath", ...writeTestGroups(root)];
    const args = [...ROOM, "node_modules/jest/bin/jest.js", ...tests, "--json", `--outputFile=${outcome}`, "--reporters=default"];
    // With --json jest prints its report on stdout; the human one goes to stderr. Only the file is wanted.
    const code = await run(process.execPath, args, {
      stdout: "ignore",
      env: { ...process.env, CHROMIUM_PATH: chromium },
    });
    const told = JSON.parse(readFileSync(outcome, "utf8"));
    process.stdout.write(`${summaryOf(told, parts, root).join("\n")}\n`);
    return code !== 0 || !told.success || parts.failed.length > 0 ? 1 : 0;
  } finally {
    removeTestGroups(root);
    rmSync(folder, { recursive: true, force: true });
  }
});
