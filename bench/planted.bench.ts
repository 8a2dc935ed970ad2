/**
 * A desk of 200 files (or as many as are asked for) with planted faults, a department over twelve units, two rounds, and files
 * that nobody can read, through the built command's threads: prints what was found and not planted, or planted and not
 * found; nothing, and 0, where there is none. `npm run bench planted [FILES] [SEED]`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inThreads } from "../src/cli/check-threads";
import { amissIn, plantDesk } from "../test/support/planted-desk";

/** The department, its units, and what cannot be read. */
const OTHERS = 18;
const [files, seed] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 7)];

const folder = mkdtempSync(path.join(os.tmpdir(), "budget-planted-"));
const desk = await plantDesk(folder, { offices: files - OTHERS, seed });
const started = performance.now();
const amiss = await amissIn(desk, inThreads(path.join(import.meta.dirname, "../dist/cli/checker.cjs")));
const fates = [...new Set(desk.offices.map(({ fate }) => fate))].map(
  (fate) => `${fate} ${String(desk.offices.filter((one) => one.fate === fate).length)}`,
);
console.log(
  `${String(files)} files (${fates.join(", ")}), both rounds and the units in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
console.log(amiss.length === 0 ? "all that was planted is found, and nothing else" : amiss.join("\n"));
rmSync(folder, { recursive: true });
process.exit(amiss.length === 0 ? 0 : 1);
