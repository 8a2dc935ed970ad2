/** Module hooks that let Node run this project's TypeScript: extensions left out, types taken off by swc. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "@swc/core";

const ENDINGS = [".ts", ".tsx", "/index.ts"];

export function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && context.parentURL?.startsWith("file:")) {
    const wanted = fileURLToPath(new URL(specifier, context.parentURL));
    const ending = ENDINGS.find((end) => existsSync(wanted + end));
    if (ending) return { url: pathToFileURL(wanted + ending).href, format: "module", shortCircuit: true };
  }
  return next(specifier, context);
}

export function load(url, context, next) {
  if (!/\.tsx?$/.test(url))
    return url.endsWith(".json") ? next(url, { ...context, importAttributes: { type: "json" } }) : next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    sourceMaps: "inline",
    module: { type: "es6" },
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: filename.endsWith("x") },
      transform: { react: { runtime: "automatic" } },
    },
  });
  return { format: "module", source: code, shortCircuit: true };
}
