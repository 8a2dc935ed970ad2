import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openBook } from "../../src/book/open";
import { check } from "../../src/cli/check";
import type { ExitCode } from "../../src/cli/exit-code";
import { here } from "../../src/cli/check-here";
import { merge } from "../../src/cli/merge";
import type { Terminal } from "../../src/cli/terminal";
import { decisionsText } from "../../src/desk/decision-file";
import { decide, type Decision } from "../../src/desk/decisions";
import { deskOf } from "../../src/desk/desk";
import { deskFile } from "../../src/desk/file";
import type { FileLine } from "../../src/results/line";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { publish } from "../../src/publication/publication";
import { publicationDocx } from "../../src/render/publication-docx";
import { manyCommand, type Command } from "../../src/cli/arguments";
import { officeWorkbook } from "../support/desk-files";

/**
 * A desk of five files: 甲局's workbook, in which 表5!E27 was typed over after its report was made; that report, in a
 * subfolder; 乙局's workbook, in which nothing was; a workbook cut off; a .doc that calls itself .docx.
 */
let folder: string;
/** What is written goes elsewhere, so that it is not checked as well. */
let outputs: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-desk-"));
  outputs = mkdtempSync(path.join(os.tmpdir(), "budget-desk-out-"));
  mkdirSync(path.join(folder, "报告"));
  mkdirSync(path.join(folder, "报告", "空"));
  const right = await officeWorkbook("2026-12", "甲市甲局");
  const { recognised, inputs } = openBook(await readWorkbook(right, "甲局.xlsx"));
  writeFileSync(path.join(folder, "报告", "甲局.docx"), await publicationDocx(publish(recognised, inputs)));
  writeFileSync(path.join(folder, "1甲局.xlsx"), await officeWorkbook("2026-12", "甲市甲局", { "表5!E27": 1219.34 }));
  writeFileSync(path.join(folder, "2乙局.xlsx"), await officeWorkbook("2025-11-unit", "甲市乙局"));
  writeFileSync(path.join(folder, "3坏.xlsx"), right.subarray(0, right.length - 3000));
  writeFileSync(path.join(folder, "4旧.docx"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
});
afterAll(() => [folder, outputs].forEach((one) => rmSync(one, { recursive: true })));

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
type Request = Extract<Command, { name: "check" }>;
const checked = (terminal: Terminal, more: Partial<Request>): Promise<ExitCode> =>
  check(terminal, { ...manyCommand([folder], {}), ...more }, here);

it("a folder of mixed files: everything planted is found and nothing else, and no bad file stops the rest", async () => {
  const terminal = screen();
  const output = path.join(outputs, "审核.html");
  expect(await checked(terminal, { report: output })).toBe(2);
  const lines = terminal.written.split("\n");
  expect(lines.slice(0, 5).map((line) => line.replace(folder, ""))).toEqual([
    expect.stringMatching(/^不符 .*甲市甲局　2026年　12张表.*1甲局\.xlsx$/),
    expect.stringMatching(/^(?:没有不符|待核实).*甲市乙局　2025年　11张表.*2乙局\.xlsx$/),
    expect.stringMatching(/^读不了.*3坏\.xlsx$/),
    expect.stringMatching(/^读不了.*4旧\.docx$/),
    // Four entries of the sample are not filled in yet: the report that was made of it says so in four places.
    expect.stringMatching(/^不符 +4　甲市甲局　2026年　12张表.*文字不符 4，数未核对 8　.*甲局\.docx$/),
  ]);
  // The report was made before the cell was typed over: what it prints there is more than those four.
  const [, beside] = /报告对照本单位的工作簿：\n {2}甲市甲局　2026年　\d+ 个数核对相符 \d+ 个，不符 (\d+)/.exec(terminal.written) ?? [];
  expect(Number(beside)).toBeGreaterThan(4);
  expect(lines.at(-2)).toMatch(/^共校验 5 个文件，4 个单位：有不符 1，待核实 \d，没有不符 \d，读不了 2。$/);
  const page = readFileSync(output, "utf8");
  expect(page).toContain("1,219.34");
  expect(page).toContain('/1%E7%94%B2%E5%B1%80.xlsx"');
});

it("the desk as a workbook: the cell most likely at fault stands in it, a click opens the office's own file there", async () => {
  const output = path.join(outputs, "审核.xlsx");
  await checked(screen(), { files: [path.join(folder, "1甲局.xlsx")], report: output });
  const bytes = new Uint8Array(readFileSync(output));
  const { sheets } = await readWorkbook(bytes, "审核.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual(["单位", "单位与规则", "发现的问题", "可能填错的格", "审核意见"]);
  expect(sheets[3]?.values.flat()).toEqual(expect.arrayContaining(["甲市甲局", "表5!E27", "1219.34", "1219.43"]));
  const { strFromU8, unzipSync } = await import("fflate");
  const relations = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".rels"));
  expect(relations.map(([, part]) => strFromU8(part)).join()).toMatch(
    /Target="\.\.\/budget-desk-[^"/]+\/1%E7%94%B2%E5%B1%80\.xlsx#%E8%A1%A85!E27"/,
  );
});

it("in parts, and put together again: the same desk as at once; each file in one part", async () => {
  const parts = [1, 2, 3].map((part) => ({ part, of: 3 }));
  const written: string[] = [];
  for (const shard of parts) {
    const terminal = screen();
    await checked(terminal, { json: true, shard });
    written.push(path.join(outputs, `${String(shard.part)}.ndjson`));
    writeFileSync(written.at(-1) ?? "", terminal.written);
  }
  const together = screen();
  expect(
    await merge(together, { name: "merge", lines: written, report: path.join(outputs, "合并.html"), more: manyCommand([], {}).more }),
  ).toBe(2);
  expect(together.written.trimEnd().split("\n").at(-1)).toMatch(/^共校验 5 个文件，4 个单位：有不符 1，.*读不了 2。$/);
  expect(readFileSync(path.join(outputs, "合并.html"), "utf8")).toContain("1,219.34");
});

it("lines that are no results are refused with their number", async () => {
  const file = path.join(outputs, "别的.ndjson");
  for (const line of [
    "{",
    "[]",
    '{"file":"a.xlsx"}',
    '{"file":"a.xlsx","counts":{},"tables":[1],"missing":[],"unread":[],"findings":[null],"suspects":[]}',
  ]) {
    writeFileSync(file, `{"file":"a.xlsx","error":"已损坏"}\n${line}\n`);
    await expect(merge(screen(), { name: "merge", lines: [file], report: null, more: manyCommand([], {}).more })).rejects.toThrow(
      /第 2 行不是校验结果/,
    );
  }
});

it("a folder without workbooks or reports says so", async () => {
  const terminal = screen();
  expect(await checked(terminal, { files: [path.join(folder, "报告", "空")] })).toBe(2);
  expect(terminal.written).toMatch(/文件夹“.*空”和它的子文件夹里没有/);
});

it("a total that one item's cell is to blame for follows from that; one that is wrong itself does not", async () => {
  const follows = async (cell: string): Promise<unknown> => {
    const file = path.join(outputs, "寅局.xlsx");
    writeFileSync(file, await officeWorkbook("2025-11-unit", "甲市寅局", { [cell]: 999 }));
    const terminal = screen();
    await check(terminal, manyCommand([file], { json: true }), here);
    const { findings, suspects } = deskFile(JSON.parse(terminal.written) as FileLine);
    const errors = findings.filter(({ severity, verdict }) => severity === "error" && verdict === "broken");
    // All of them come of that one cell.
    expect(new Set(errors.map(({ suspect }) => `表5!${suspects[suspect ?? -1]?.address ?? ""}`))).toEqual(new Set([cell]));
    return findings.find(({ id }) => id === "F505")?.follows;
  };
  expect(await follows("表5!E10")).toBe(true);
  expect(await follows("表5!E7")).toBeUndefined();
});

it("what was decided for all offices on the page holds here, and is said with what they have alike", async () => {
  const many = mkdtempSync(path.join(os.tmpdir(), "budget-desk-many-"));
  try {
    for (const name of ["子局", "丑局", "寅局"])
      writeFileSync(path.join(many, `${name}.xlsx`), await officeWorkbook("2025-11-unit", `甲市${name}`, { "表5!E7": 230 }));
    const first = screen();
    await check(first, manyCommand([many], { json: true }), here);
    const files = first.written
      .split("\n")
      .filter(Boolean)
      .map((line) => deskFile(JSON.parse(line) as FileLine));
    const before = deskOf(files);
    expect(before.common.length).toBeGreaterThan(0);
    expect(before.totals).toMatchObject({ broken: 3, settled: 0 });
    const decisions = before.common.reduce<readonly Decision[]>(
      (made, { form, years, findings: [finding] }, place) =>
        decide(made, { name: "", year: years[0] ?? null, form }, finding, {
          judgement: "rejected",
          reason: "表样有误，另行更正",
          by: "张三",
          at: new Date(Date.UTC(2026, 2, 1, 8, place)).toISOString(),
          scope: "all",
        }),
      [],
    );
    const kept = path.join(outputs, "审核意见.json");
    writeFileSync(kept, decisionsText(decisions));
    const second = screen();
    await check(second, manyCommand([many], { decisions: [kept] }), here);
    expect(second.written).toMatch(/3 个单位.*不采纳。张三：不采纳，表样有误，另行更正（对所有单位）/);
    expect(second.written).toContain("有不符 0，待核实 0，均不采纳 3，没有不符 0，读不了 0");
  } finally {
    rmSync(many, { recursive: true });
  }
});
