import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { against } from "../../src/cli/against";
import { lastYear } from "../../src/cli/last-year";
import { manyCommand } from "../../src/cli/arguments";
import { check } from "../../src/cli/check";
import type { Terminal } from "../../src/cli/terminal";
import { here } from "../../src/cli/check-here";
import { units } from "../../src/cli/units";
import { officeWorkbook } from "../support/desk-files";

let folder: string;
const at = (...names: readonly string[]): string => path.join(folder, ...names);
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-held-"));
  mkdirSync(at("单位"));
  writeFileSync(at("送审.xlsx"), await officeWorkbook("2026-12"));
  writeFileSync(at("公开.xlsx"), await officeWorkbook("2026-12", undefined, { "表5!E27": 1219.34 }));
  writeFileSync(at("单位", "甲.xlsx"), await officeWorkbook("2026-12", "甲局"));
  writeFileSync(at("单位", "去年.xlsx"), await officeWorkbook("2025-11-unit", "乙局"));
  writeFileSync(at("通讯录.xlsx"), "姓名,电话");
  writeFileSync(at("单位", "打包.rar"), "");
  mkdirSync(at("上一稿"));
  writeFileSync(at("上一稿", "旧名.xlsx"), await officeWorkbook("2026-12", "甲局"));
  writeFileSync(at("上一稿", "丙.xlsx"), await officeWorkbook("2025-11-unit", "丙局"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Screen extends Terminal {
  written: string;
  said: string;
}
const screen = (): Screen => ({
  written: "",
  said: "",
  colour: false,
  out(text) {
    this.written += text;
  },
  err(text) {
    this.said += text;
  },
});

it("two rounds: 0 where nothing differs, 1 with the cell where something does", async () => {
  const same = screen();
  expect(await against(same, { name: "against", file: at("送审.xlsx"), other: at("送审.xlsx"), json: false })).toBe(0);
  expect(same.written).toMatch(/表里的数没有不同；已改好 0，还在 \d+，新出现 0。\n$/);
  const changed = screen();
  expect(await against(changed, { name: "against", file: at("公开.xlsx"), other: at("送审.xlsx"), json: false })).toBe(1);
  expect(changed.written).toMatch(/没有意见而改了的数（1 处）：\n {2}表5“总计”的“合计”：原来 1,219\.43，现在 1,219\.34（表5!E27）\n/);
  const json = screen();
  await against(json, { name: "against", file: at("送审.xlsx"), other: at("公开.xlsx"), json: true });
  const line = JSON.parse(json.written) as { same: boolean; cells: readonly object[]; repaired: readonly object[]; new: readonly object[] };
  expect(line).toMatchObject({ same: false, new: [] });
  expect(line.cells).toEqual([expect.objectContaining({ before: "1,219.34", after: "1,219.43", asked: true })]);
  expect(line.repaired.length).toBeGreaterThan(0);
});

it("a department and a folder: what was left out is said, and is no agreement", async () => {
  const terminal = screen();
  expect(await units(terminal, { name: "units", file: at("送审.xlsx"), folder: at("单位"), json: false }, here)).toBe(2);
  expect(terminal.written).toMatch(
    /（1 个单位之和）\n {2}没有加总：.*去年\.xlsx：是2025年的预算，没有加总。\n相符 [1-9]\d+，尾差 0，不符 0/,
  );
  expect(terminal.said).toMatch(/另有 1 个文件没有加总。压缩包（.*打包\.rar）：请先解压。\n$/);
  const json = screen();
  await units(json, { name: "units", file: at("公开.xlsx"), folder: at("单位"), json: true }, here);
  expect(JSON.parse(json.written)).toMatchObject({
    units: [{ organisation: "甲局" }],
    others: [at("单位", "打包.rar")],
    findings: [{ id: "M04", table: "表5", row: "总计", column: "合计", left: "1219.34", right: "1219.43", blame: { address: "E27" } }],
  });
});

it("a round before: files that only one of the two has are a line each", async () => {
  const terminal = screen();
  await check(terminal, manyCommand([at("单位")], { json: true, lastRound: at("上一稿") }), here);
  const lines = terminal.written
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    expect.objectContaining({ file: at("单位", "甲.xlsx"), before: at("上一稿", "旧名.xlsx"), compared: true }),
    { file: at("单位", "去年.xlsx"), before: null, kind: "workbook", organisation: "乙局", year: 2025 },
    { file: null, before: at("上一稿", "丙.xlsx"), kind: "workbook", organisation: "丙局", year: 2025 },
  ]);
});

it("last year: another year's file is refused, and so is what holds no table", async () => {
  const held = lastYear(screen(), { name: "lastYear", file: at("送审.xlsx"), last: at("公开.xlsx"), json: false });
  await expect(held).rejects.toThrow(/给出的上年文件是2026年的/);
  const none = lastYear(screen(), { name: "lastYear", file: at("送审.xlsx"), last: at("通讯录.xlsx"), json: false });
  await expect(none).rejects.toThrow(/没有找到预算公开表|不是电子表格/);
  const other = screen();
  expect(await lastYear(other, { name: "lastYear", file: at("送审.xlsx"), last: at("单位", "去年.xlsx"), json: true })).toBe(1);
  expect(JSON.parse(other.written)).toMatchObject({
    year: 2026,
    notes: expect.arrayContaining([expect.stringContaining("编制单位是“乙局”")]) as string[],
  });
});
