import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { here } from "../../src/cli/check-here";
import { amissIn, plantDesk } from "../support/planted-desk";

/** The same with 200 files: bench/planted.bench.ts. */
it("a desk of offices, a department with its units, two rounds and files that nobody can read: what was planted, and nothing else", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "budget-planted-"));
  try {
    expect(await amissIn(await plantDesk(folder, { offices: 14, seed: 5 }), here)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
