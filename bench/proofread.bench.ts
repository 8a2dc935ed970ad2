import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { paragraphsOf } from "../src/hosts/file/paragraphs";
import { readInputs } from "../src/inputs/read";
import { proofread } from "../src/proofread/proofread";
import { recogniseWorkbook } from "../src/book/recognise";
import { processorOf, tellSpeeds } from "./results";

/** How long it takes to hold a whole report of 20,000 characters against its workbook; at most 200 ms. */
const CHARACTERS = 20_000;
const RUNS = 20;

const root = path.join(import.meta.dirname, "..");
const workbook = await readWorkbook(new Uint8Array(readFileSync(path.join(root, "samples/2026-12.xlsx"))), "2026-12.xlsx");
const against = { recognised: recogniseWorkbook(workbook), inputs: readInputs(workbook) };
const sample = paragraphsOf(readFileSync(path.join(root, "test/proofread/texts/2026-12.txt"), "utf8"));

/** The sample, with prose of 第一部分 before it until the report is as long as a whole one. */
function report(): string[] {
  const duties =
    "（一）负责市人民政府会议的会务工作，协助市人民政府领导同志组织实施会议决定事项，督促检查公文、会议决定事项及领导同志指示的贯彻落实情况并跟踪调研，及时向领导同志报告。";
  const missing = CHARACTERS - sample.join("").length;
  return [sample[0] ?? "", ...Array.from({ length: Math.ceil(missing / duties.length) }, () => duties), ...sample.slice(1)];
}

const text = report();
const times: number[] = [];
for (let run = 0; run < RUNS; run++) times.push(await processorOf(() => proofread(text, against)));
times.sort((a, b) => a - b);

const { coverage } = proofread(text, against);
tellSpeeds("proofread", "校对一份报告（处理器时间）", [
  [
    `${text.join("").length.toLocaleString("en")} 字，证实 ${String(coverage.proved)}/${String(coverage.figures)} 个数`,
    `中位数 ${(times[RUNS >> 1] ?? 0).toFixed(0)} ms，最快 ${(times[0] ?? 0).toFixed(0)} ms，最慢 ${Math.max(...times).toFixed(0)} ms`,
    "至多 200 ms",
  ],
]);
