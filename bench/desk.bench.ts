/**
 * What a desk of many offices costs beside the file library reading the same files bare, in one run: processor per workbook
 * after warm-up and where it goes; the command's start; its memory over many files. `npm run bench desk [FILES]`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { checkBook } from "../src/book/check";
import { openBook } from "../src/book/open";
import { deskOf } from "../src/desk/desk";
import { deskFile, type DeskFile } from "../src/desk/file";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { checkLine } from "../src/results/check-line";
import { tell, tellSpeeds, type Speed } from "./results";

const FILES = Number(process.argv[2] ?? 200);
/** Rounds that are not counted: as many as a desk of some dozens of files takes, and until the engine has compiled what it will. */
const WARM = [8, 64] as const;
const ROUNDS = 24;
const root = path.join(import.meta.dirname, "..");
const samples = ["2026-12", "2026-11", "2025-11-unit", "2023-10"].map((name) => readFileSync(path.join(root, "samples", `${name}.xlsx`)));

/** Milliseconds of processor, by step. */
const spent = new Map<string, number>();
let since = process.cpuUsage();
let counts = false;
function step(name: string): void {
  const { user, system } = process.cpuUsage(since);
  if (counts) spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000);
  since = process.cpuUsage();
}

/** Every sample over and over, of which the first rounds are not counted. */
async function warmed(warm: number, work: (bytes: Uint8Array) => unknown): Promise<void> {
  for (let round = 0; round < warm + ROUNDS; round++) {
    counts = round >= warm;
    for (const bytes of samples) {
      since = process.cpuUsage();
      await work(bytes);
    }
  }
}

for (const warm of WARM) {
  spent.clear();
  // The library by itself, as whoever only reads would run it: between our own steps it takes half as long again.
  await warmed(warm, (bytes) => {
    XLSX.read(bytes, { type: "buffer", dense: true });
    step("文件库读");
  });
  await warmed(warm, async (bytes) => {
    const workbook = await readWorkbook(bytes, "a.xlsx");
    step("读");
    const book = openBook(workbook);
    step("识别");
    const report = checkBook(book);
    step("审核");
    JSON.stringify(deskFile(checkLine("a.xlsx", book, report)));
    step("它的一行结果");
  });
  const bare = spent.get("文件库读") ?? 1;
  const whole = [...spent].reduce((sum, [name, time]) => (name === "文件库读" ? sum : sum + time), 0);
  tell("desk", {
    title: `一本工作簿的处理器时间（预热 ${String(warm * samples.length)} 本以后）`,
    columns: ["哪一步", "时间", "是文件库读它的几倍（要求全部 1.50）"],
    rows: [...spent, ["全部", whole] as const].map(([name, time]) => [
      name,
      `${(time / ROUNDS / samples.length).toFixed(2)} ms`,
      (time / bare).toFixed(2),
    ]),
  });
}

/** Processor, clock and memory of a process, in seconds and megabytes, as GNU time tells them. */
function processOf(...args: string[]): { readonly cpu: number; readonly clock: number; readonly peak: number } | null {
  const { stderr } = spawnSync("/usr/bin/time", ["-f", "%U %S %e %M", process.execPath, ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [user, system, clock, peak] = stderr.trimEnd().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  return user === undefined || system === undefined || clock === undefined || peak === undefined
    ? null
    : { cpu: user + system, clock, peak: peak / 1024 };
}

const program = path.join(root, "dist/cli/budget.cjs");
const speeds: Speed[] = [];
if (existsSync("/usr/bin/time") && existsSync(program)) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "budget-bench-"));
  for (let i = 0; i < FILES; i++) writeFileSync(path.join(folder, `${String(i)}.xlsx`), samples[i % samples.length] ?? "");
  const read = `const X=require("@e965/xlsx"),f=require("fs");for(const n of f.readdirSync(process.argv[1]))X.read(f.readFileSync(process.argv[1]+"/"+n),{dense:true})`;
  const [start, library, command] = [processOf("-e", "0"), processOf("-e", 'require("@e965/xlsx")'), processOf(program, "functions")];
  if (start && library && command)
    speeds.push(["命令行启动", `${command.cpu.toFixed(2)} s`, `只装入文件库：${(command.cpu / library.cpu).toFixed(2)} 倍（要求 2.00）`]);
  const [all, alone] = [processOf(program, "check", folder, "--json"), processOf("-e", read, folder)];
  if (all && alone)
    speeds.push(
      [`命令行审核 ${String(FILES)} 本：处理器`, `${all.cpu.toFixed(1)} s`, `文件库读它们：${(all.cpu / alone.cpu).toFixed(2)} 倍`],
      ["同上：时钟", `${all.clock.toFixed(1)} s`, `${(all.clock / alone.clock).toFixed(2)} 倍（要求 0.90）`],
      ["同上：内存最多", `${all.peak.toFixed(0)} MB`, "2,000 本要求 300 MB"],
    );
  rmSync(folder, { recursive: true });
}

const line = deskFile({ file: "a.xlsx", error: "" });
const many: readonly DeskFile[] = Array.from({ length: 2000 }, (_, i) => ({
  ...line,
  state: "checked",
  organisation: `第${String(i % 1500)}局`,
  year: 2026,
  kind: i % 4 === 3 ? "report" : "workbook",
}));
const started = performance.now();
deskOf(many);
speeds.push(["审核台汇总 2,000 个文件的结果", `${(performance.now() - started).toFixed(0)} ms`, ""]);
tellSpeeds("desk", "一批文件", speeds);
