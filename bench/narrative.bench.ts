import { readFileSync } from "node:fs";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { readInputs } from "../src/inputs/read";
import { narrate } from "../src/narrative/narrate";
import { publish } from "../src/publication/publication";
import { narrativeDocx } from "../src/render/docx";
import { publicationDocx } from "../src/render/publication-docx";
import { narrativeHtml } from "../src/render/html";
import { recogniseWorkbook } from "../src/book/recognise";
import { processorOf, tellSpeeds, type Speed } from "./results";

// The whole narrative is wanted within 10 ms warm, a .docx within 300 ms.
const workbook = await readWorkbook(new Uint8Array(readFileSync("samples/2026-12.xlsx")), "2026-12.xlsx");
const recognised = recogniseWorkbook(workbook);
const inputs = readInputs(workbook);
const narrative = narrate(recognised, inputs);

async function time(name: string, limit: string, runs: number, run: () => unknown): Promise<Speed> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await processorOf(run));
  times.sort((a, b) => a - b);
  return [name, `${(times[Math.floor(runs / 2)] ?? 0).toFixed(2)} ms，最慢 ${(times.at(-1) ?? 0).toFixed(2)} ms`, limit];
}

tellSpeeds("narrative", "生成说明（处理器时间的中位数，预热以后）", [
  await time("读填报表", "", 50, () => readInputs(workbook)),
  await time("写出整份说明", "至多 10 ms", 50, () => narrate(recognised, inputs)),
  await time("复制到 Word 的网页格式", "", 50, () => narrativeHtml(narrative)),
  await time("说明写成 .docx", "至多 300 ms", 10, () => narrativeDocx(narrative)),
  await time("整份报告写成 .docx", "", 10, () => publicationDocx(publish(recognised, inputs))),
]);
