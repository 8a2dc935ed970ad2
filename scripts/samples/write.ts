/**
 * Writes samples/*.xlsx from samples/data/*.json. With --check it writes nothing and fails when a workbook is not what
 * its data says.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { writeWorkbook } from "../../src/hosts/file/write-workbook";
import { sampleDrafts, type SampleData } from "./drafts";

const folder = path.join(import.meta.dirname, "../../samples");
const checking = process.argv.includes("--check");

for (const file of readdirSync(path.join(folder, "data")).sort()) {
  const data = JSON.parse(readFileSync(path.join(folder, "data", file), "utf8")) as SampleData;
  const name = file.replace(".json", ".xlsx");
  const bytes = await writeWorkbook(sampleDrafts(data));
  if (!checking) {
    writeFileSync(path.join(folder, name), bytes);
    console.log(`samples/${name} ${String(bytes.length)} bytes`);
    continue;
  }
  const read = async (content: Uint8Array): Promise<string> => JSON.stringify((await readWorkbook(content, name)).sheets);
  if ((await read(new Uint8Array(readFileSync(path.join(folder, name))))) !== (await read(bytes))) {
    console.error(`samples/${name} is not what samples/data/${file} says: run npm run samples`);
    process.exitCode = 1;
  }
}
