import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const program = path.join(__dirname, "../../dist/cli/budget.cjs");
const sample = path.join(__dirname, "../../samples/2026-12.xlsx");
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), "budget-program-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [program, ...args], { encoding: "utf8", cwd: folder });

/** The built program as the user runs it: what goes where, and how it ends. */
it.each([
  ["no command", [], 0, /^预算公开助手（命令行）/, /^$/],
  ["help", ["--help"], 0, /template/, /^$/],
  ["an unknown command", ["chek"], 2, /^$/, /^没有“chek”这个命令。\n\n[^]*用法：budget/],
  ["an unknown option", ["check", "a.xlsx", "--josn"], 2, /^$/, /^check 没有 --josn 这个参数。\n\n[^]*用法：budget/],
  ["a file that is not there", ["narrate", "没有.xlsx"], 2, /^$/, /^找不到文件“没有\.xlsx”/],
] as const)("%s", (_, args, status, stdout, stderr) => {
  const result = run(...args);
  expect(result.status).toBe(status);
  expect(result.stdout).toMatch(stdout);
  expect(result.stderr).toMatch(stderr);
});

it("check --json: one line of JSON a file on stdout and nothing else", () => {
  const result = run("check", sample, "没有.xlsx", "--json");
  const lines = result.stdout.split("\n");
  expect([result.status, result.stderr.replace(/^正在.*\n/gm, ""), lines.pop()]).toEqual([2, "", ""]);
  const reports = lines.map((line) => JSON.parse(line) as { file: string; error?: string });
  expect(reports.map(({ file, error }) => [file, error === undefined])).toEqual([
    [sample, true],
    ["没有.xlsx", false],
  ]);
});

it("functions: every function that Excel is told of, with its words", () => {
  const known = JSON.parse(readFileSync(path.join(__dirname, "../../dist/functions.json"), "utf8")) as { functions: { name: string }[] };
  const result = run("functions");
  const lines = result.stdout.trimEnd().split("\n");
  expect(result.status).toBe(0);
  expect(lines.map((line) => /^BUDGET\.([^(]+)\(/.exec(line)?.[1])).toEqual(known.functions.map(({ name }) => name));
  for (const line of lines) expect(line).toMatch(/\) {2,}.*\p{Script=Han}/u);
});

it.each(["text", "html", "docx", "json"])("narrate --format %s into a file leaves stdout empty", (format) => {
  const output = path.join(folder, `说明.${format}`);
  const result = run("narrate", sample, "--format", format, "--output", output);
  // Which fonts the reader's Word has is not known here: those that the file asks for are named.
  const said = format === "docx" ? (expect.stringMatching(/^文件用的字体：.*。\n$/) as string) : "";
  expect([result.status, result.stdout, result.stderr]).toEqual([0, "", said]);
  const bytes = readFileSync(output);
  // A Word file is a zip archive; the others are UTF-8 and begin with the title.
  const text = bytes.toString("utf8").replace(/<\/?span[^>]*>/g, "");
  expect(format === "docx" ? bytes.toString("latin1", 0, 2) : text.slice(0, 20_000)).toContain(
    format === "docx" ? "PK" : "第三部分 2026年部门预算情况说明",
  );
});

it("template, then check, narrate and proofread of what it made", () => {
  const made = run("template", "--year", "2026", "--kind", "单位", "--tables", "11", "--output", "空白表.xlsx");
  expect([made.status, existsSync(path.join(folder, "空白表.xlsx"))]).toEqual([0, true]);
  expect(run("check", "空白表.xlsx").status).toBe(0);
  const narrated = run("narrate", "空白表.xlsx", "--output", "说明.txt");
  expect([narrated.status, narrated.stdout]).toEqual([1, ""]);
  expect(narrated.stderr).toMatch(/^还有 \d+ 处待填：/);
  // The places still open are faults of a finished text, and each is told as one.
  const read = run("proofread", "空白表.xlsx", "--text", "说明.txt");
  expect([read.status, read.stderr]).toEqual([1, ""]);
  expect(read.stdout).toContain("〔待填");
});
