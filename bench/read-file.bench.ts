/** Reading a file: what turning the parsed sheets into plain data costs beside the parsing itself. */
import * as XLSX from "@e965/xlsx";
import { plainSheet } from "../src/hosts/file/plain-sheet";
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
let book: XLSX.WorkBook | null = null;
const parsing = await time(() => {
  book = XLSX.read(bytes, { type: "array", dense: true, cellNF: true, cellText: false, cellHTML: false });
});
const parsed = book as XLSX.WorkBook | null;
const converting = await time(() =>
  parsed?.SheetNames.map((name) => plainSheet(name, parsed.Sheets[name] as XLSX.DenseWorkSheet, "visible")),
);
const whole = await time(() => readWorkbook(bytes, "large.xlsx"));
tellSpeeds("read-file", "读 .xlsx 文件", [
  [
    `${String(SHEETS)} 张表，每表 ${ROWS.toLocaleString("en")} 行：把解析好的表变成数据`,
    `${converting.toFixed(0)} ms`,
    `文件库的解析 ${parsing.toFixed(0)} ms：${(converting / parsing).toFixed(3)} 倍`,
  ],
  ["从字节到数据", `${whole.toFixed(0)} ms`, `文件库的解析：${(whole / parsing).toFixed(2)} 倍`],
]);
