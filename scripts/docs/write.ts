/**
 * npm run docs: writes every generated document. With --check it writes nothing and fails when one is not what its
 * source says.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generators } from "./generators";

const checking = process.argv.includes("--check");
process.chdir(path.join(import.meta.dirname, "../.."));

for (const generate of generators)
  for (const { file, content } of generate()) {
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    if (checking) {
      console.error(`${file} is not what its source says: run npm run docs`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(file);
  }
