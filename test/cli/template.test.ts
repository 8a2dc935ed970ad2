import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { template } from "../../src/cli/template";
import { DoorProblem } from "../../src/hosts/door";
import { readWorkbookFile } from "../../src/hosts/file/node";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Command } from "../../src/cli/arguments";

type Request = Extract<Command, { name: "template" }>;

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "budget-template-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const request = (output: string, more: Partial<Request> = {}): Request => ({
  name: "template",
  year: 2026,
  kind: "部门",
  family: "xinjiang",
  tables: 12,
  output: path.join(folder, output),
  ...more,
});

async function run(wanted: Request): Promise<{ code: number; out: string }> {
  let out = "";
  const code = await template({ colour: false, out: (text) => (out += text), err: (text) => (out += text) }, wanted);
  return { code, out };
}

it.each([
  ["部门", 12, 2026],
  ["单位", 12, 2027],
  ["部门", 11, 2026],
  ["单位", 11, 2025],
] as const)("a blank %s workbook of %i tables for %i", async (kind, tables, year) => {
  const wanted = request("空白表.xlsx", { kind, tables, year });
  const { code, out } = await run(wanted);
  expect(code).toBe(0);
  expect(out).toContain(`${String(year)}年${kind}预算公开表 ${String(tables)} 张，填报表 5 张`);
  const book = await readWorkbookFile(wanted.output);
  expect(book.sheets).toHaveLength(tables + 5);
  expect(book.sheets.slice(-5).map((sheet) => sheet.name)).toEqual([
    "填报-基本信息",
    "填报-上年对比",
    "填报-文字说明",
    "填报-项目说明",
    "填报-其他事项",
  ]);
  // What is filled in is found again: every table is recognised, and totals are formulas.
  const recognised = recogniseWorkbook(book);
  expect([recognised.tables.size, recognised.missing, recognised.organisationKind, recognised.year]).toEqual([tables, [], kind, year]);
  for (const sheet of book.sheets.slice(0, tables))
    expect([sheet.name, sheet.formulas.flat().some((formula) => formula !== undefined)]).toEqual([sheet.name, true]);
});

it("makes the same file again, but never over one that says something else", async () => {
  const wanted = request("空白表.xlsx");
  await run(wanted);
  const first = readFileSync(wanted.output);
  expect((await run(wanted)).code).toBe(0);
  expect(readFileSync(wanted.output).equals(first)).toBe(true);
  writeFileSync(wanted.output, "filled in by hand");
  const error: unknown = await run(wanted).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DoorProblem);
  expect((error as DoorProblem).message).toMatch(/已有文件“.*空白表\.xlsx”，没有覆盖/);
  expect(readFileSync(wanted.output, "utf8")).toBe("filled in by hand");
});

it("says in Chinese when it cannot be written", async () => {
  const wanted = request("没有/空白表.xlsx");
  await expect(run(wanted)).rejects.toThrow(/无法写入.*文件夹是否存在/);
  expect(existsSync(wanted.output)).toBe(false);
});
