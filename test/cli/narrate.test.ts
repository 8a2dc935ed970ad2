import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { narrate } from "../../src/cli/narrate";
import { saveWorkbook } from "../../src/hosts/file/save/save-workbook";
import { DoorProblem } from "../../src/hosts/door";
import { readWorkbookFile } from "../../src/hosts/file/node";
import { reportLines } from "../support/report-lines";

const sample = path.join(__dirname, "../../samples/2026-12.xlsx");
let folder: string;
let unfilled: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-narrate-"));
  unfilled = path.join(folder, "缺原因.xlsx");
  // 填报-上年对比: the reason for 一般公共预算, first row, fifth column.
  const cells = [{ row: 1, column: 4, content: { kind: "value", value: null } }] as const;
  writeFileSync(
    unfilled,
    await saveWorkbook(readFileSync(sample), {
      drafts: [],
      edits: new Map([["填报-上年对比", { cells, widths: new Map(), heights: new Map() }]]),
      formulaAt: () => undefined,
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  file: string,
  format: "text" | "json" | "html" | "docx",
  output: string | null = null,
  whole = false,
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await narrate(
    { colour: false, out: (text) => (out += text), err: (text) => (err += text) },
    { name: "narrate", file, format, output, whole },
  );
  return { code, out, err };
}

interface Json {
  readonly title: string;
  readonly sections: readonly {
    readonly number: string;
    readonly paragraphs: readonly {
      readonly text: string;
      readonly segments: readonly {
        readonly kind: string;
        readonly text: string;
        readonly cells?: readonly { readonly sheet: string; readonly address: string }[];
      }[];
    }[];
  }[];
  readonly todo: readonly { readonly sheet: string; readonly address: string; readonly message: string }[];
}

it("text: headings and paragraphs, one a line, exit 0 when all is filled in", async () => {
  const { code, out, err } = await run(sample, "text");
  const lines = out.trimEnd().split("\n");
  expect([code, err]).toEqual([0, ""]);
  expect(lines[0]).toBe("第三部分 2026年部门预算情况说明");
  expect(lines[1]).toMatch(/^一、关于示例市人民政府办公室2026年收支预算情况/);
  // 1,219.43 / 1,221.42 = 99.837 %; 1,332.39 - 1,219.43 = 112.96; 112.96 / 1,332.39 = 8.478 %.
  expect(out).toContain(
    "一般公共预算1,219.43万元，占99.84%，比上年预算减少112.96万元，下降8.48%，主要原因是电子政务平台运行维护项目已于上年完成，本年不再安排。",
  );
});

it("json: every figure has its cells, and a paragraph is the sum of its segments", async () => {
  const { code, out } = await run(sample, "json");
  const narrative = JSON.parse(out) as Json;
  expect(code).toBe(0);
  const paragraphs = narrative.sections.flatMap((section) => section.paragraphs);
  for (const paragraph of paragraphs) expect(paragraph.segments.map((segment) => segment.text).join("")).toBe(paragraph.text);
  const figures = paragraphs.flatMap((paragraph) => paragraph.segments).filter((segment) => segment.kind === "figure");
  expect(figures.length).toBeGreaterThan(100);
  // 科技成果转化与扩散 was budgeted last year only: this year's nothing stands in no cell.
  expect(figures.filter((figure) => (figure.cells ?? []).length === 0).map((figure) => figure.text)).toEqual(["0.00"]);
  // 表2, 总计 row 28, 一般公共预算 column G.
  expect(figures.find((figure) => figure.text === "1,219.43")?.cells).toContainEqual({ sheet: "表2", address: "G28" });
});

it("what is not filled in is marked in place, listed with its cell, and exits 1", async () => {
  const text = await run(unfilled, "text");
  expect(text.code).toBe(1);
  expect(text.out).toContain("〔待填：");
  expect(text.err).toMatch(/^还有 1 处待填：\n {2}填报-上年对比\n {4}E2 {2}请填写“收入来源·一般公共预算”的主要原因/);
  const json = JSON.parse((await run(unfilled, "json")).out) as Json;
  expect(json.todo).toHaveLength(1);
  expect(json.todo[0]).toMatchObject({ sheet: "填报-上年对比", address: "E2" });
});

it("a table that the checks doubt is named before the text, on stderr and in the JSON, and not in the text", async () => {
  const doubted = path.join(folder, "表题互换.xlsx");
  const title = (text: string) => ({
    cells: [{ row: 0, column: 0, content: { kind: "value", value: text } }] as const,
    widths: new Map<number, number>(),
    heights: new Map<number, number>(),
  });
  const edits = new Map([
    ["表8", title("国有资本经营预算支出情况表")],
    ["表9", title("政府性基金预算支出情况表")],
  ]);
  writeFileSync(doubted, await saveWorkbook(readFileSync(sample), { drafts: [], edits, formulaAt: () => undefined }));
  const text = await run(doubted, "text");
  expect(text.err).toMatch(/^请先看：表8!A1“国有资本经营预算支出情况表”和表9!A1.*互换.*第八、九节要用这些表/);
  expect(text.out).not.toContain("互换");
  const json = await run(doubted, "json");
  expect([json.err, (JSON.parse(json.out) as { cautions: string[] }).cautions]).toEqual(["", [expect.stringContaining("第八、九节")]]);
  expect(JSON.parse((await run(sample, "json")).out)).toMatchObject({ cautions: [] });
});

it("html: headings and paragraphs as elements; docx: a Word file that reads back the same words", async () => {
  expect((await run(sample, "html")).out).toMatch(/<h\d|<p/);
  const output = path.join(folder, "说明.docx");
  expect((await run(sample, "docx", output)).code).toBe(0);
  const paragraphs = await reportLines(readFileSync(output), "说明.docx");
  expect(paragraphs.join("\n")).toContain("收支总预算1,221.42万元。");
});

it("the whole report reads back from the cover to the terms; the fonts that it asks for are named", async () => {
  const output = path.join(folder, "报告.docx");
  const { code, err } = await run(sample, "docx", output, true);
  expect([code, err]).toEqual([0, expect.stringMatching(/^文件用的字体：方正小标宋简体、黑体、.*Word 会用别的代替。\n$/)]);
  const lines = await reportLines(readFileSync(output), "报告.docx");
  for (const part of ["2026年部门预算公开", "第一部分 2026年部门概况", "部门收支总体情况表", "第四部分 名词解释"])
    expect(lines.map((line) => line.trim())).toContain(part);
});

it("writes where it is told, and says so in Chinese when it cannot", async () => {
  const output = path.join(folder, "说明.txt");
  expect((await run(sample, "text", output)).out).toBe("");
  expect(existsSync(output)).toBe(true);
  const error: unknown = await run(sample, "text", path.join(folder, "没有/说明.txt")).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DoorProblem);
  expect((error as DoorProblem).message).toMatch(/无法写入.*文件夹是否存在/);
});

it("tables that are missing are named before what is to be filled in", async () => {
  const without = path.join(folder, "缺表2.xlsx");
  const book = XLSX.utils.book_new();
  for (const sheet of (await readWorkbookFile(sample)).sheets.filter(({ name }) => name !== "表2"))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet.values.map((row) => [...row])), sheet.name);
  writeFileSync(without, new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  expect((await run(without, "text")).err).toMatch(/^没有找到：表2。/);
});
