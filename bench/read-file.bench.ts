/** Reading a large workbook, proof included, beside the file library's parse of it. */
import * as XLSX from "@e965/xlsx";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { tellSpeeds } from "./results";

const SHEETS = 12;
const ROWS = 20000;

function large(): Uint8Array {
  const book = XLSX.utils.book_new();
  for (let s = 0; s < SHEETS; s++) {
    const rows = Array.from({ length: ROWS }, (_, r) => [
      "201",
      "03",
      String(r % 100).padStart(2, "0"),
      "行政运行",
      r / 100,
      r / 200,
      null,
    ]);
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), `表${String(s + 1)}`);
  }
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const time = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const bytes = large();
const parsing = await time(() => XLSX.read(bytes, { type: "array", dense: true, cellNF: true, cellText: false, cellHTML: false }));
const reading = await time(() => readWorkbook(bytes, "large.xlsx"));
tellSpeeds("read-file", "读 .xlsx 文件", [
  [
    `${String(SHEETS)} 张表，每表 ${ROWS.toLocaleString("en")} 行：从字节到数据，验完整在内`,
    `${reading.toFixed(0)} ms`,
    `文件库的解析 ${parsing.toFixed(0)} ms：${(reading / parsing).toFixed(2)} 倍`,
  ],
]);
