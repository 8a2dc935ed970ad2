/** Runs a TypeScript script of this project: node scripts/run.mjs scripts/samples/write.ts [arguments] */
import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "./lib/main.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";

const [script, ...rest] = process.argv.slice(2);
await main(async () => {
  if (!script) throw new Error("usage: node scripts/run.mjs SCRIPT.ts [arguments]");
  await ensureInstalled();
  process.setSourceMapsEnabled(true);
  register("./lib/typescript-hooks.mjs", import.meta.url);
  const full = path.resolve(script);
  process.argv = [process.argv[0], full, ...rest];
  await import(pathToFileURL(full).href);
  return process.exitCode;
});
