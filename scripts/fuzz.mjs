/** npm run fuzz: builds what is stale, then damages files and reads them; see scripts/fuzz/run.ts for its options. */
import { main } from "./lib/main.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/prepare.mjs";
import { run } from "./lib/project.mjs";

await main(async () => {
  await ensureInstalled();
  await ensureBuilt("cli");
  return run(process.execPath, ["scripts/run.mjs", "scripts/fuzz/run.ts", ...process.argv.slice(2)], { stdout: 1 });
});
