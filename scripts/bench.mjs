/** Runs every benchmark in bench/, or those whose names contain the words given. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { main } from "./lib/main.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";
import { root, run } from "./lib/project.mjs";

const words = process.argv.slice(2);
await main(async () => {
  await ensureInstalled();
  const files = readdirSync(path.join(root, "bench"))
    .filter((file) => file.endsWith(".bench.ts") && (words.length === 0 || words.some((word) => file.includes(word))))
    .sort();
  let worst = 0;
  for (const file of files)
    worst = Math.max(worst, await run(process.execPath, ["--expose-gc", "scripts/run.mjs", path.join("bench", file)], { stdout: 1 }));
  return worst;
});
