/** npm run check: what npm test does before the tests: types, lint, format, boundaries, fresh documents and samples. */
import { main } from "./lib/main.mjs";
import { runParts } from "./lib/parts.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";
import { tell } from "./lib/project.mjs";

await main(async () => {
  await ensureInstalled();
  const { failed } = await runParts();
  tell(failed.length === 0 ? "all parts hold" : `failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
});
