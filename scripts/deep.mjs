/** npm run deep: the tests with every one of their long series, of which npm test tries a part. */
import { main } from "./lib/main.mjs";
import { runNode } from "./lib/project.mjs";

await main(() => runNode("scripts/test.mjs", process.argv.slice(2), { stdout: 1, env: { ...process.env, TEST_DEPTH: "all" } }));
