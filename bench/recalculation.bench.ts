/**
 * The workbench's spreadsheet without its face: how long after an edit everything that leans on it is calculated anew
 * (the library's own pause of 100 ms among it), and what saving a sheet of a million formatted rows takes.
 */
import * as XLSX from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { saveWorkbook } from "../src/hosts/file/save/save-workbook";
import { faceless, handAt, openDoor } from "../test/hosts/sheet/support";

/** Tables of so many rows: each row adds two amounts, each total adds its rows, the first sheet adds the totals. */
function chained(sheets: number, rows: number): Uint8Array {
  const book = XLSX.utils.book_new();
  for (let s = 0; s < sheets; s++) {
    const body = Array.from({ length: rows }, (_, r): XLSX.CellObject[] => [{ t: "n", v: r }, { t: "n", v: 2 * r }, { t: "n", v: 3 * r, f: `A${String(r + 1)}+B${String(r + 1)}` }]);
    const total: XLSX.CellObject[] = [{ t: "n", v: 0, f: `SUM(C1:C${String(rows)})` }, { t: "n", v: 0, f: s === 0 ? Array.from({ length: sheets }, (__, i) => `表${String(i + 1)}!A${String(rows + 1)}`).join("+") : "表1!A1" }];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...body, total] as unknown[][]), `表${String(s + 1)}`);
  }
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

async function recalculation(sheets: number, rows: number): Promise<string> {
  const spreadsheet = faceless();
  const opening = performance.now();
  const door = await openDoor(spreadsheet, chained(sheets, rows));
  const opened = performance.now() - opening;
  const times: number[] = [];
  for (let i = 1; i <= 5; i++) {
    const start = performance.now();
    await handAt(spreadsheet, door).enter({ sheet: "表1", row: 0, column: 0 }, i);
    await door.settle();
    times.push(performance.now() - start);
  }
  const total = door.workbook.sheets[0]?.values[rows]?.[1];
  // Each sheet: 3 × (0 + 1 + … + rows - 1), and the 5 typed last.
  const right = sheets * 3 * ((rows * (rows - 1)) / 2) + 5;
  if (total !== right) throw new Error(`the total is ${String(total)}, not ${String(right)}`);
  spreadsheet.dispose();
  return `${String(sheets)} x ${String(rows)} rows: opened in ${opened.toFixed(0)} ms, recalculated after an edit in ${times.map((time) => time.toFixed(0)).join(", ")} ms`;
}

/** A sheet whose first cells hold amounts and whose other rows only state a format, as a stray last cell leaves them. */
async function million(): Promise<string> {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["合计", 1221.42]]), "表1");
  const parts = unzipSync(new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer));
  const rows = Array.from({ length: 1_000_000 }, (_, r) => `<row r="${String(r + 2)}" ht="15"><c r="A${String(r + 2)}" s="0"/></row>`).join("");
  const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]).replace("</sheetData>", `${rows}</sheetData>`);
  const bytes = zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(sheet) });
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const start = performance.now();
  const saved = await saveWorkbook(bytes, { drafts: [], edits: new Map([["表1", { cells: [{ row: 0, column: 1, content: { kind: "value", value: 1219.53 } }], widths: new Map(), heights: new Map() }]]), formulaAt: () => undefined });
  most = Math.max(most, process.memoryUsage.rss());
  clearInterval(watch);
  const took = performance.now() - start;
  const kept = (await readWorkbook(saved, "a.xlsx")).sheets[0]?.values[0]?.[1];
  if (kept !== 1219.53) throw new Error(`the saved amount is ${String(kept)}`);
  return `a million formatted rows: saved in ${took.toFixed(0)} ms, at most ${((most - before) / 2 ** 20).toFixed(0)} MB more than before`;
}

console.log(await recalculation(12, 300));
console.log(await recalculation(1, 20_000));
console.log(await million());
