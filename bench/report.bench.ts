/**
 * A finished report from its bytes to its list: reading it and looking it through, alone, in processor time, after warm-up.
 * node --expose-gc scripts/run.mjs bench/report.bench.ts [REPORT …]; without a file, a report that the tool writes of its sample.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { nodePdfAssets } from "../src/hosts/file/node-assets";
import { readReport } from "../src/hosts/file/read-report";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { openBook } from "../src/book/open";
import { publish } from "../src/publication/publication";
import { publicationDocx } from "../src/render/publication-docx";
import { dutyLines } from "../src/review/duties";
import { openReport } from "../src/review/open-report";
import { remarksOf } from "../src/review/remarks";
import { reviewAlone } from "../src/review/review";
import type { Report } from "../src/report/report";
import { tellSpeeds, type Speed } from "./results";

const RUNS = 15;

const processor = async <Result>(work: () => Result | Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> => {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
};

async function measure(bytes: Uint8Array, name: string): Promise<readonly Speed[]> {
  const reading: number[] = [];
  const looking: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const read = await processor<Report>(() => readReport(bytes, name, { assets: nodePdfAssets }));
    const looked = await processor(() => {
      const opened = openReport(read.result);
      const review = reviewAlone(opened);
      return [remarksOf(opened, review), dutyLines(opened, review)];
    });
    reading.push(read.ms);
    looking.push(looked.ms);
  }
  const shown = (times: readonly number[]): string =>
    `中位数 ${([...times].sort((a, b) => a - b)[RUNS >> 1] ?? 0).toFixed(0)} ms，最少 ${Math.min(...times).toFixed(0)} ms`;
  return [
    [`读 ${name}`, shown(reading), ""],
    [`${name} 逐表、逐句看一遍`, shown(looking), ""],
  ];
}

/** A report that the tool writes of its sample. */
async function ownReport(): Promise<Uint8Array> {
  const sample = path.join(import.meta.dirname, "../samples/2026-12.xlsx");
  const book = openBook(await readWorkbook(new Uint8Array(readFileSync(sample)), "2026-12.xlsx"));
  return publicationDocx(publish(book.recognised, book.inputs));
}

const files = process.argv.slice(2);
const reports =
  files.length > 0
    ? files.map((file) => ({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }))
    : [{ name: "示例的整份报告（.docx）", bytes: await ownReport() }];
const speeds: Speed[] = [];
for (const { name, bytes } of reports) speeds.push(...(await measure(bytes, name)));
tellSpeeds("report", "写好的报告（处理器时间，预热以后）", speeds);
