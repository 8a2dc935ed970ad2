#!/usr/bin/env node
/** The command line: installs and builds what is missing (on stderr), then hands over; stdout is the command's alone. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "./lib/main.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/prepare.mjs";
import { root } from "./lib/project.mjs";

await main(async () => {
  await ensureInstalled();
  await ensureBuilt("cli");
  await import(pathToFileURL(path.join(root, "dist/cli/budget.cjs")).href);
  return process.exitCode;
});
