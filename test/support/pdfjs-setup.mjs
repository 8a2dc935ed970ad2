/** Jest loads modules its own way and cannot load pdfjs, which comes as ES modules only: it gets a copy in CommonJS. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "@swc/core";

const root = path.resolve(import.meta.dirname, "../..");
const from = path.join(root, "node_modules/pdfjs-dist/legacy/build");
const to = path.join(root, "node_modules/.cache/pdfjs");

export default function setUp() {
  mkdirSync(to, { recursive: true });
  for (const name of ["pdf", "pdf.worker"]) {
    const [source, copy] = [path.join(from, `${name}.mjs`), path.join(to, `${name}.js`)];
    if (existsSync(copy) && statSync(copy).mtimeMs > statSync(source).mtimeMs) continue;
    const { code } = transformSync(readFileSync(source, "utf8"), {
      module: { type: "commonjs" },
      jsc: { target: "es2022", parser: { syntax: "ecmascript" } },
    });
    writeFileSync(copy, code);
  }
}
