import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { manyCommand } from "../../src/cli/arguments";
import { check as run } from "../../src/cli/check";
import type { ExitCode } from "../../src/cli/exit-code";
import { here } from "../../src/cli/check-here";
import { progress, type Terminal } from "../../src/cli/terminal";
import { saveWorkbook } from "../../src/hosts/file/save/save-workbook";
import { readWorkbookFile } from "../../src/hosts/file/node";

const sample = path.join(__dirname, "../../samples/2026-12.xlsx");
let folder: string;
let altered: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-check-"));
  altered = path.join(folder, "改过.xlsx");
  // 表5 总计·合计 is E27, printed 1219.43: two digits changed places.
  const cells = [{ row: 26, column: 4, content: { kind: "value", value: 1219.34 } }] as const;
  writeFileSync(
    altered,
    await saveWorkbook(readFileSync(sample), {
      drafts: [],
      edits: new Map([["表5", { cells, widths: new Map(), heights: new Map() }]]),
      formulaAt: () => undefined,
    }),
  );
  writeFileSync(path.join(folder, "坏.xlsx"), "PK\u0003\u0004 nothing");
});
afterAll(() => rmSync(folder, { recursive: true }));

function terminal(colour = false): Terminal & { written: string } {
  return {
    written: "",
    colour,
    out(text) {
      this.written += text;
    },
    err(text) {
      // Work that takes longer than a second says how far it is; nothing else is said beside the results.
      if (!text.startsWith("正在")) throw new Error(text);
    },
  };
}

const check = (screen: Terminal, { files, json }: { readonly files: readonly string[]; readonly json: boolean }): Promise<ExitCode> =>
  run(screen, manyCommand(files, { json }), here);

interface Line {
  readonly file: string;
  readonly error?: string;
  readonly organisation?: string;
  readonly tables?: readonly { readonly table: number; readonly sheet: string; readonly range: string }[];
  readonly counts?: { readonly broken: number; readonly notRun: number };
  readonly findings?: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly severity: string;
    readonly left: string;
    readonly cells: readonly { readonly sheet: string; readonly address: string; readonly value: string }[];
  }[];
}
const lines = (text: string): Line[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

it("a workbook that agrees: exit 0, twelve tables, nothing broken", async () => {
  const screen = terminal();
  expect(await check(screen, { files: [sample], json: true })).toBe(0);
  const [report] = lines(screen.written);
  expect(report).toMatchObject({
    file: sample,
    organisation: "示例市人民政府办公室",
    organisationKind: "部门",
    year: 2026,
    variant: "2026-12",
    unit: "万元",
    missing: [],
  });
  expect(report?.tables?.map((table) => table.table)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(report?.tables?.[0]).toMatchObject({ sheet: "表1", range: "A1:D35" });
  expect(report?.counts?.notRun).toBe(0);
});

it("an altered figure: exit 1, and the finding names its cell and both figures", async () => {
  const screen = terminal();
  expect(await check(screen, { files: [altered], json: true })).toBe(1);
  const broken =
    lines(screen.written)[0]?.findings?.filter((finding) => finding.verdict === "broken" && finding.severity === "error") ?? [];
  expect(broken.length).toBeGreaterThan(0);
  for (const finding of broken)
    expect(finding.cells.map((cell) => `${cell.sheet}!${cell.address}=${cell.value}`)).toContain("表5!E27=1219.34");
  expect(broken.flatMap((finding) => finding.cells.map((cell) => cell.value))).toContain("1219.43");
});

it("an unreadable file: exit 2, in its place, and the others are still checked", async () => {
  const screen = terminal();
  const files = [path.join(folder, "没有.xlsx"), sample, path.join(folder, "坏.xlsx")];
  expect(await check(screen, { files, json: true })).toBe(2);
  const reports = lines(screen.written);
  expect(reports.map((report) => report.file)).toEqual(files);
  expect(reports.map((report) => report.error !== undefined)).toEqual([true, false, true]);
  expect(reports[0]?.error).toMatch(/找不到文件/);
  expect(reports[2]?.error).toMatch(/已损坏/);
});

it("for a person: level, cells and both figures in Chinese, a summary line, colour only on a terminal", async () => {
  const plain = terminal();
  await check(plain, { files: [altered], json: false });
  expect(plain.written).toMatch(/不符 +\S+ +.*表5!E27.*1,219\.34.*1,219\.43/);
  expect(plain.written.trimEnd().split("\n").at(-1)).toMatch(
    /^相符 \d+，尾差 \d+，不符 [1-9]\d*(，请核实 \d+)?(，提示 \d+)?，不适用 \d+，未执行 0$/,
  );
  expect(plain.written).not.toContain("\u001b");
  const coloured = terminal(true);
  await check(coloured, { files: [altered], json: false });
  expect(coloured.written).toContain("\u001b[31m");
});

it("for a person: what is missing is one row for each reason, however many checks it kept from running", async () => {
  const without = path.join(folder, "缺表2.xlsx");
  const drafts = (await readWorkbookFile(sample)).sheets.filter((sheet) => sheet.name !== "表2");
  const book = XLSX.utils.book_new();
  for (const sheet of drafts) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet.values.map((row) => [...row])), sheet.name);
  writeFileSync(without, new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const screen = terminal();
  await check(screen, { files: [without], json: false });
  const rows = screen.written.split("\n").filter((line) => /^ +未执行/.test(line) && line.includes("没有找到表2"));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/等\d+条/);
  expect(screen.written).toContain("没有找到：表2");
  expect(screen.written).toMatch(/未执行 [1-9]\d*\n$/);
});

it("several files: one line each, in order, then how many of them need a person", async () => {
  const broken = path.join(folder, "坏.xlsx");
  const screen = terminal();
  expect(await check(screen, { files: [broken, sample, altered], json: false })).toBe(2);
  const [first, second, third, , last] = screen.written.split("\n");
  expect(first).toMatch(/^读不了.*已损坏.*坏\.xlsx$/);
  expect(second).toMatch(/^(?:没有不符|待核实).*示例市人民政府办公室　2026年　12张表.*2026-12\.xlsx$/);
  expect(third).toMatch(/^不符 +[1-9].*示例市人民政府办公室　2026年.*改过\.xlsx$/);
  expect(last).toMatch(/请先弄清/);
  expect(screen.written.trimEnd().split("\n").at(-1)).toMatch(/^共校验 3 个文件，3 个单位：有不符 1，待核实 \d，没有不符 \d，读不了 1。$/);
});

it("a batch says how far it has come once it takes longer than a second, once a second at most", () => {
  const said: string[] = [];
  let now = 0;
  const report = progress({ colour: false, out: () => undefined, err: (text) => said.push(text) }, 100, "校验", () => now);
  for (let i = 0; i < 100; i++) {
    report(i, `${String(i)}.xlsx`);
    now += 30;
  }
  // 100 files of 30 ms: said in the second and in the third second.
  expect(said).toEqual(["正在校验（35/100）：34.xlsx\n", "正在校验（69/100）：68.xlsx\n"]);
});

it("a workbook without any disclosure table: one sentence, not a list of what was not run", async () => {
  const other = path.join(folder, "通讯录.xlsx");
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ["姓名", "电话"],
      ["某某", "000"],
    ]),
    "通讯录",
  );
  writeFileSync(other, new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const screen = terminal();
  expect(await check(screen, { files: [other], json: false })).toBe(2);
  expect(screen.written.trimEnd().split("\n").slice(0, 3)).toEqual([
    other,
    expect.stringMatching(/^没有找到预算公开表。/),
    "没有读的工作表：",
  ]);
});
