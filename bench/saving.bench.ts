/**
 * What saving one changed cell costs where its sheet holds a million rows that only state a format, as a stray last cell
 * leaves them: memory, also against the size of the sheet's part, and time. Limit: 400 MB.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { SavingRun } from "./large-saving";
import { tellSpeeds } from "./results";

const ROWS = 1_000_000;
const RUNS = 2;
const PART = "xl/worksheets/sheet1.xml";
const root = path.join(import.meta.dirname, "..");

const parts = unzipSync(readFileSync(path.join(root, "samples/2026-12.xlsx")));
const blank = Array.from({ length: ROWS }, (_, i) => {
  const row = String(i + 1001);
  return `<row r="${row}" ht="15"><c r="A${row}" s="0"/></row>`;
});
const part = strToU8(new TextDecoder().decode(parts[PART]).replace("</sheetData>", `${blank.join("")}</sheetData>`));
const folder = mkdtempSync(path.join(tmpdir(), "saving-"));
const file = path.join(folder, "large.xlsx");
writeFileSync(file, zipSync({ ...parts, [PART]: part }));

const runs = Array.from({ length: RUNS }, () => {
  const line = execFileSync(process.execPath, ["scripts/run.mjs", "bench/large-saving.ts", file, "表1"], { cwd: root });
  return JSON.parse(String(line)) as SavingRun;
});
rmSync(folder, { recursive: true });
const most = Math.max(...runs.map(({ megabytes }) => megabytes));
const least = Math.min(...runs.map(({ ms }) => ms));
const times = (most / (part.length / 2 ** 20)).toFixed(1);
tellSpeeds("saving", "保存", [
  ["改一格，它的表有一百万行只有格式：内存", `${most.toFixed(0)} MB`, `至多 400 MB；是这张表大小的 ${times} 倍`],
  ["同上：时间", `${(least / 1000).toFixed(1)} s`, ""],
]);
if (most > 400) process.exitCode = 1;
