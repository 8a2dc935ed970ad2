import { readFileSync } from "node:fs";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { readInputs } from "../src/inputs/read";
import { narrate } from "../src/narrative/narrate";
import { publish } from "../src/publication/publication";
import { narrativeDocx } from "../src/render/docx";
import { publicationDocx } from "../src/render/publication-docx";
import { narrativeHtml } from "../src/render/html";
import { recogniseWorkbook } from "../src/book/recognise";

// The whole narrative is wanted within 10 ms warm, a .docx within 300 ms.
const workbook = await readWorkbook(new Uint8Array(readFileSync("samples/2026-12.xlsx")), "2026-12.xlsx");
const recognised = recogniseWorkbook(workbook);
const inputs = readInputs(workbook);
const narrative = narrate(recognised, inputs);

async function time(name: string, runs: number, run: () => unknown): Promise<void> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(24)} median ${(times[Math.floor(runs / 2)] ?? 0).toFixed(2)} ms, worst ${(times.at(-1) ?? 0).toFixed(2)} ms`);
}

await time("read inputs", 50, () => readInputs(workbook));
await time("narrate", 50, () => narrate(recognised, inputs));
await time("clipboard HTML", 50, () => narrativeHtml(narrative));
await time(".docx", 10, () => narrativeDocx(narrative));
await time("the whole report as .docx", 10, () => publicationDocx(publish(recognised, inputs)));
