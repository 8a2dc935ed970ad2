import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { decodeText } from "../src/hosts/file/decode";
import { readInputs } from "../src/inputs/read";
import type { Against } from "../src/proofread/book";
import { proofread } from "../src/proofread/proofread";
import { recogniseWorkbook } from "../src/book/recognise";
import { faultsOf } from "../test/proofread/kinds";
import { ratesOf } from "../test/proofread/rates";

/** How many faults of every kind put into published texts are found at their words: node scripts/run.mjs bench/mutations.bench.ts [FOLDER] [EVERY] */
const [folder = path.join(import.meta.dirname, "../../shared"), every = "23"] = process.argv.slice(2);

const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

for (const name of ["000", "001", "002"].filter((one) => existsSync(path.join(folder, "seeds", `${one}.txt`)))) {
  const workbook = await readWorkbook(bytes(path.join(folder, "workbooks", `${name === "002" ? "002r" : name}.xlsx`)), `${name}.xlsx`);
  const bare = { ...workbook, sheets: workbook.sheets.filter((sheet) => !sheet.name.startsWith("填报")) };
  const paragraphs = (decodeText(bytes(path.join(folder, "seeds", `${name}.txt`))) ?? "").split(/\r?\n/);
  for (const [how, book] of [["填报 and tables", workbook], ["tables alone", bare]] as const) {
    const against: Against = { recognised: recogniseWorkbook(book), inputs: readInputs(book) };
    const where = proofread(paragraphs, against).paragraphs.flatMap(({ part, text }, index) => (part === 3 && !text.includes("\t") && /[。；]$/.test(text.trim()) ? [index] : []));
    const names = [against.recognised.organisation ?? "", ...[...against.recognised.tables.values()].flatMap(({ key, rows }) => (key === "general" || key === "basic" ? rows.flatMap((row) => (row.name.length > 3 ? [row.name] : [])) : []))];
    const rates = ratesOf(paragraphs, against, faultsOf(paragraphs, where, [...new Set(names)]), Number(every));
    console.log(`${name}, ${how}`);
    for (const { kind, tried, found, further, wrong, missed } of rates) console.log(`  ${kind.padEnd(22)} ${String(found)}/${String(tried)}  further ${further.toFixed(2)}  wrong corrections ${String(wrong.length)}  ${[...wrong, ...missed].slice(0, 3).join(" · ")}`);
  }
}
